import { RectificationStanding } from '@shiji/contract/oversight'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { api, queries } from '#desk/api/client.ts'
import { type Column, DataTable } from '#desk/kit/data-table.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { TakeWorkbook } from '../results/take-workbook.tsx'
import { NoticeLight, REMEDY_WORDS } from './notice-light.tsx'
import './monitoring.css'

const WORDS = {
  title: { zh: '整改台账', en: 'Corrections' },
  about: {
    zh: '监控和复核发出的整改通知：要求谁、何时前答复、结果如何',
    en: 'Notices of monitoring and re-evaluation: asked of whom, by when, and what became of it',
  },
  standings: { zh: '按办理情况看', en: 'By how they stand' },
  all: { zh: '全部', en: 'All' },
  open: { zh: '未答复', en: 'Unanswered' },
  overdue: { zh: '其中逾期', en: 'Of these late' },
  answered: { zh: '待认可', en: 'To be accepted' },
  closed: { zh: '已销号', en: 'Closed' },
  project: { zh: '项目', en: 'Project' },
  demand: { zh: '要求', en: 'Demand' },
  origin: { zh: '来由', en: 'From' },
  monitoring: { zh: '{year} 年 {month} 月监控', en: 'Monitoring of month {month}, {year}' },
  year: { zh: '{year} 年监控', en: 'Monitoring of {year}' },
  again: { zh: '{year} 年复核', en: 'Re-evaluation of {year}' },
  issued: { zh: '{by} 于 {at} 发出', en: 'by {by} at {at}' },
  stand: { zh: '办理情况', en: 'How it stands' },
  answer: { zh: '答复：{answer}', en: 'Answer: {answer}' },
  empty: { zh: '没有整改通知', en: 'No notices to correct' },
  emptyAbout: {
    zh: '监控亮灯或复核发现问题时，财政在项目的监控页或复核页发出通知，这里汇总它们的期限和结果。',
    en: 'When monitoring or re-evaluation finds a fault, finance asks for a correction on those pages; here they stand together with their days.',
  },
  more: {
    zh: '太多了，只列出前 300 件；请在上面选年度或单位。',
    en: 'Only the first 300 are listed; choose a year or unit above.',
  },
} as const

type Ledger = Awaited<ReturnType<typeof api.oversight.listRectificationLedger>>
type Row = Ledger['rows'][number]
type Standing = z.infer<typeof RectificationStanding>

/** 整改台账: every notice to correct, the most pressing first; each leads to the page it is answered on. */
export function LedgerPage() {
  const say = useWords(WORDS)
  const { unit, year, standing } = useSearch({ from: '/desk/rectifications' })
  const ledger = useQuery(
    queries.oversight.listRectificationLedger.queryOptions({ input: { year, unitId: unit, standing } }),
  )
  return (
    <>
      <PageHead
        title={say('title')}
        about={say('about')}
        action={<TakeWorkbook take={() => api.oversight.takeRectificationLedger({ year, unitId: unit, standing })} />}
      />
      <Loaded query={ledger}>
        {({ rows, counts, more }) => (
          <>
            <Standings counts={counts} now={standing} />
            <Rows rows={rows} />
            {more ? <p className="small">{say('more')}</p> : null}
          </>
        )}
      </Loaded>
    </>
  )
}

type StandingsProps = { readonly counts: Ledger['counts']; readonly now: Standing | undefined }

function Standings({ counts, now }: StandingsProps) {
  const say = useWords(WORDS)
  return (
    <nav className="standing-tabs" aria-label={say('standings')}>
      {[undefined, ...RectificationStanding.options].map((name) => (
        <Link
          key={name ?? 'all'}
          to="/rectifications"
          search={(before) => ({ ...before, standing: name })}
          aria-current={name === now ? 'page' : undefined}
          replace
        >
          {say(name ?? 'all')}{' '}
          <b>{name === undefined ? counts.open + counts.answered + counts.closed : counts[name]}</b>
        </Link>
      ))}
    </nav>
  )
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const say = useWords(WORDS)
  const sayRemedy = useWords(REMEDY_WORDS)
  const columns: readonly Column<Row>[] = [
    {
      key: 'project',
      title: say('project'),
      width: '30%',
      cell: (row) => (
        <div>
          <WhereAnswered row={row} />
          <p className="small">{row.unit}</p>
        </div>
      ),
    },
    {
      key: 'demand',
      title: say('demand'),
      cell: ({ demand, remedy, answer }) => (
        <div>
          <p>
            <span className="strong">{sayRemedy(remedy)}</span> {demand}
          </p>
          {answer === '' ? null : <p className="small">{say('answer', { answer })}</p>}
        </div>
      ),
    },
    {
      key: 'origin',
      title: say('origin'),
      width: '20%',
      cell: ({ origin, year, month, issuedBy: by, issuedAt }) => (
        <div>
          <p>
            {origin === 're-evaluation'
              ? say('again', { year })
              : say(month === null ? 'year' : 'monitoring', { year, month: month ?? '' })}
          </p>
          <p className="small">{say('issued', { by, at: formatMoment(issuedAt) })}</p>
        </div>
      ),
    },
    { key: 'stand', title: say('stand'), width: '18%', cell: (row) => <NoticeLight notice={row} /> },
  ]
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      none={{ title: say('empty'), about: say('emptyAbout') }}
    />
  )
}

/** The page on which a notice was asked and is answered. */
function WhereAnswered({ row: { origin, formId, month, project, selfEvaluationId } }: { readonly row: Row }) {
  if (origin === 're-evaluation' && selfEvaluationId !== null)
    return (
      <Link className="cell-name" to="/projects/forms/$formId/re-evaluation" params={{ formId: selfEvaluationId }}>
        {project}
      </Link>
    )
  return (
    <Link
      className="cell-name"
      to="/projects/forms/$formId/monitoring"
      params={{ formId }}
      search={month === null ? {} : { month }}
    >
      {project}
    </Link>
  )
}
