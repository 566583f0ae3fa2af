import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { thisYear } from '#desk/kit/this-year.ts'
import { YearChoice } from '#desk/kit/year-choice.tsx'
import { SealFold } from '#desk/seals/seal-fold.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { BoardSummary } from './board-summary.tsx'
import { EvidenceDrawer } from './evidence-drawer.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import type { BoardDeclaration, EvidenceRow } from './row-types.ts'
import { SHOWN, type Shown } from './shown.ts'
import './evidence.css'

const WORDS = {
  title: { zh: '指标看板', en: 'Indicator board' },
  about: {
    zh: '每项承诺走到哪里，凭什么这样说 · 数据截至 {at}',
    en: 'How far each promise is, and by what proof · as of {at}',
  },
  state: { zh: '状态', en: 'State' },
  all: { zh: '全部状态', en: 'All states' },
  alarm: { zh: '预警', en: 'Alarm' },
  watch: { zh: '关注', en: 'Watch' },
  fine: { zh: '正常', en: 'Fine' },
  'not-begun': { zh: '未开始', en: 'Not begun' },
  unbound: { zh: '未绑定', en: 'Not bound' },
  empty: { zh: '{year} 年还没有批复的申报', en: 'No declaration of {year} is approved yet' },
  emptyAbout: {
    zh: '目标批复以后，每一行在这里对上证明它的记录。',
    en: 'Once goals are approved, each row meets its records here.',
  },
  noneShown: { zh: '没有这种状态的指标', en: 'No row is in this state' },
  bindAll: { zh: '按指标名称绑定 {count} 项', en: 'Bind {count} rows by their names' },
  more: {
    zh: '还有更多项目没有列出；请从项目库打开单个项目。',
    en: 'More projects are not listed; open one from the projects.',
  },
} as const

/** S11: every promise of the year with its light, its course and its proof. */
export function BoardPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const search = useSearch({ from: '/desk/board' })
  const { year = thisYear(), project, unit, show, row } = search
  useLive('evidence', queries.evidenceRows.key())
  const input = {
    year,
    ...(project === undefined ? {} : { projectId: project }),
    ...(unit === undefined ? {} : { unitId: unit }),
  }
  const board = useQuery(queries.evidenceRows.readBoard.queryOptions({ input }))
  const go = (wanted: Partial<typeof search>) =>
    void navigate({ to: '/board', search: { ...search, ...wanted }, replace: true })
  const [formId, position] = row?.split(':') ?? []
  return (
    <>
      <PageHead title={say('title')} about={say('about', { at: formatMoment(board.dataUpdatedAt || Date.now()) })} />
      <div className="board-filters">
        <YearChoice year={year} onChoose={(chosen) => go({ year: chosen, row: undefined })} />
        <Select<'all' | Shown>
          aria-label={say('state')}
          value={show ?? 'all'}
          options={(['all', ...SHOWN] as const).map((value) => ({ value, label: say(value) }))}
          onChange={(chosen) => go({ show: chosen === 'all' ? undefined : chosen })}
        />
      </div>
      <Loaded query={board}>
        {({ declarations, more }) =>
          declarations.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('empty', { year }), about: say('emptyAbout') }} />
          ) : (
            <>
              <BoardSummary declarations={declarations} />
              {declarations.map((declaration) => (
                <DeclarationRows
                  key={declaration.id}
                  declaration={declaration}
                  show={show}
                  open={({ position: at }) => go({ row: `${declaration.id}:${at}` })}
                />
              ))}
              {more ? <p className="small">{say('more')}</p> : null}
            </>
          )
        }
      </Loaded>
      {formId === undefined || position === undefined ? null : (
        <EvidenceDrawer key={row} formId={formId} position={Number(position)} onClose={() => go({ row: undefined })} />
      )}
    </>
  )
}

type RowsProps = {
  readonly declaration: BoardDeclaration
  readonly show: Shown | undefined
  readonly open: (row: EvidenceRow) => void
}

function DeclarationRows({ declaration, show, open }: RowsProps) {
  const say = useWords(WORDS)
  const rows = declaration.rows.filter((row) => isShown(row, show))
  return (
    <section className="board-declaration">
      <h2>
        {declaration.project} <span className="small">{declaration.unit}</span>
        <BindSuggested declaration={declaration} />
      </h2>
      {rows.length === 0 ? (
        <p className="small">{say('noneShown')}</p>
      ) : (
        <EvidenceTable {...{ declaration, rows, open }} />
      )}
      <SealFold formId={declaration.id} about={declaration.project} />
    </section>
  )
}

function BindSuggested({ declaration: { id, rows } }: { readonly declaration: BoardDeclaration }) {
  const say = useWords(WORDS)
  const mayWrite = useMay('performance.write')
  const client = useQueryClient()
  const bind = useMutation(
    queries.evidenceRows.bindSuggested.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: queries.evidenceRows.key() }),
    }),
  )
  const count = rows.filter(({ suggestion, binding }) => suggestion !== null && binding === 0).length
  if (!mayWrite || count === 0) return null
  return (
    <>
      <Button size="small" loading={bind.isPending} onClick={() => bind.mutate({ id })}>
        {say('bindAll', { count })}
      </Button>
      <ProblemAlert problem={bind.error} />
    </>
  )
}

function isShown({ light, measure }: EvidenceRow, show: RowsProps['show']): boolean {
  if (show === undefined) return true
  return show === 'unbound' ? measure === null : light === show
}
