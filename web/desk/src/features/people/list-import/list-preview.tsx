import { Checkbox } from 'antd'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Light } from '#desk/kit/light.tsx'
import { ListFaults } from '#desk/kit/list-faults.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { ReadList } from './use-list.ts'

const WORDS = {
  counts: { zh: '{name} 会带来什么', en: 'What {name} brings' },
  sheet: { zh: '工作表', en: 'Sheet' },
  units: { zh: '单位', en: 'Units' },
  people: { zh: '人员', en: 'People' },
  made: { zh: '新增', en: 'New' },
  changed: { zh: '变更', en: 'Changed' },
  unchanged: { zh: '不变', en: 'Unchanged' },
  fine: { zh: '没有错误，可以导入', en: 'No faults; it can be taken' },
  nothing: { zh: '没有错误，也没有变动', en: 'No faults, and nothing changes' },
  wrong: { zh: '{rows} 行有 {cells} 处错误，改正后再导入', en: '{cells} faults in {rows} rows; correct them first' },
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

type ListPreviewProps = {
  readonly name: string
  readonly reading: ReadList
  readonly renew: boolean
  readonly onRenew: (renew: boolean) => void
}

export function ListPreview({ name, reading, renew, onRenew }: ListPreviewProps) {
  const say = useWords(WORDS)
  const { notes, notYetIn, rolesAsked, wrongCells } = reading
  return (
    <div className="list-preview" aria-live="polite">
      <section className="card">
        <h2>{say('counts', { name })}</h2>
        <div className="card-body list-facts">
          <Verdict reading={reading} />
          <Counts reading={reading} />
          {rolesAsked === 0 ? null : <p>{say('roles', { count: rolesAsked })}</p>}
          {notYetIn === 0 || wrongCells > 0 ? null : (
            <Checkbox checked={renew} onChange={({ target }) => onRenew(target.checked)}>
              {say('renew', { count: notYetIn })}
            </Checkbox>
          )}
          {notes.map((note) => (
            <p key={note} className="small">
              {note}
            </p>
          ))}
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

function Verdict({ reading: { wrongCells, wrongRows, units, people } }: { readonly reading: ReadList }) {
  const say = useWords(WORDS)
  if (wrongCells > 0) return <Light kind="bad" word={say('wrong', { rows: wrongRows, cells: wrongCells })} />
  const changes = units.made + units.changed + people.made + people.changed
  return <Light kind={changes > 0 ? 'good' : 'none'} word={say(changes > 0 ? 'fine' : 'nothing')} />
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
