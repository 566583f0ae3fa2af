import { Checkbox } from 'antd'
import type { api } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { ListFaults } from '#desk/kit/list-faults.tsx'
import { ListVerdict } from '#desk/kit/list-verdict.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  counts: { zh: '{name} 会带来什么', en: 'What {name} brings' },
  sheet: { zh: '工作表', en: 'Sheet' },
  units: { zh: '单位', en: 'Units' },
  people: { zh: '人员', en: 'People' },
  made: { zh: '新增', en: 'New' },
  changed: { zh: '变更', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  roles: {
    zh: '名单为 {count} 人申请角色，导入后由安全管理员批准。',
    en: 'The list asks for roles for {count} people; the security administrator grants them afterwards.',
  },
  renew: {
    zh: '为名单里尚未登录的 {count} 人重新生成链接（原链接作废）',
    en: 'Make new links for the {count} people of the list who have not come in (earlier ones die)',
  },
  changes: { zh: '变更', en: 'Changes' },
  row: { zh: '行', en: 'Row' },
  what: { zh: '内容', en: 'What' },
} as const

type ReadList = Awaited<ReturnType<typeof api.directoryImport.readList>>

type ListPreviewProps = {
  readonly name: string
  readonly reading: ReadList
  readonly renew: boolean
  readonly onRenew: (renew: boolean) => void
}

export function ListPreview({ name, reading, renew, onRenew }: ListPreviewProps) {
  const say = useWords(WORDS)
  const { notYetIn, rolesAsked, wrongCells } = reading
  return (
    <div className="list-preview" aria-live="polite">
      <section className="card">
        <h2>{say('counts', { name })}</h2>
        <div className="card-body list-facts">
          <ListVerdict reading={reading} changes={changesIn(reading)} />
          <Counts reading={reading} />
          {rolesAsked === 0 ? null : <p>{say('roles', { count: rolesAsked })}</p>}
          {notYetIn === 0 || wrongCells > 0 ? null : (
            <Checkbox checked={renew} onChange={({ target }) => onRenew(target.checked)}>
              {say('renew', { count: notYetIn })}
            </Checkbox>
          )}
        </div>
      </section>
      {wrongCells === 0 ? (
        <Changes reading={reading} />
      ) : (
        <ListFaults faults={reading.problems} all={reading.wrongCells} />
      )}
    </div>
  )
}

/** How many units and people a list would make or change. */
export function changesIn({ units, people }: ReadList): number {
  return units.made + units.changed + people.made + people.changed
}

function Counts({ reading }: { readonly reading: ReadList }) {
  const say = useWords(WORDS)
  const columns: readonly Column<'units' | 'people'>[] = [
    { key: 'sheet', title: say('sheet'), cell: (sheet) => say(sheet) },
    ...(['made', 'changed', 'unchanged'] as const).map((key) => ({
      key,
      title: say(key),
      kind: 'number' as const,
      cell: (sheet: 'units' | 'people') => reading[sheet][key],
    })),
  ]
  return <DataTable caption={say('sheet')} columns={columns} rows={['units', 'people']} keyOf={(sheet) => sheet} />
}

function Changes({ reading: { changes } }: { readonly reading: ReadList }) {
  const say = useWords(WORDS)
  if (changes.length === 0) return null
  const columns: readonly Column<(typeof changes)[number]>[] = [
    { key: 'sheet', title: say('sheet'), cell: ({ sheet }) => sheet, width: '96px' },
    { key: 'row', title: say('row'), cell: ({ line }) => line, kind: 'number', width: '72px' },
    { key: 'what', title: say('what'), cell: ({ what }) => what },
  ]
  return (
    <section className="card">
      <h2>{say('changes')}</h2>
      <DataTable
        caption={say('changes')}
        columns={columns}
        rows={changes}
        keyOf={({ sheet, line }) => `${sheet} ${line}`}
      />
    </section>
  )
}
