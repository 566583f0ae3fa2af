import type { ProblemId } from '@shiji/contract/desk-problem-id'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { ReportedTable } from '../reported-table.tsx'
import { ProblemActs } from './problem-acts.tsx'
import { ProblemLight } from './problem-words.tsx'
import '../tickets.css'

const WORDS = {
  state: { zh: '状态', en: 'State' },
  cause: { zh: '原因', en: 'Cause' },
  notYet: { zh: '还在查', en: 'still looked for' },
  workaround: { zh: '绕行办法', en: 'Workaround' },
  none: { zh: '没有', en: 'none' },
  opened: { zh: '立案', en: 'Opened' },
  closed: { zh: '关闭', en: 'Closed' },
  change: { zh: '据以关闭的变更', en: 'Closed by the change' },
  article: { zh: '从这个问题写一篇知识', en: 'Write an article from this problem' },
  incidents: { zh: '它引起的事件', en: 'Incidents it caused' },
  incident: { zh: '事件', en: 'Incident' },
} as const

export type ProblemSeen = Awaited<ReturnType<typeof api.deskProblems.readProblem>>

export function ProblemPage() {
  const { problemId } = useParams({ from: '/desk/problems/$problemId' })
  const seen = useQuery(queries.deskProblems.readProblem.queryOptions({ input: { id: problemId as ProblemId } }))
  return <Loaded query={seen}>{(problem) => <Opened problem={problem} />}</Loaded>
}

function Opened({ problem }: { readonly problem: ProblemSeen }) {
  const say = useWords(WORDS)
  const mayWork = useMay('desk.work')
  return (
    <>
      <PageHead
        title={problem.title}
        about={`${problem.number} · ${problem.unit}`}
        action={mayWork && problem.state !== 'closed' ? <ProblemActs problem={problem} /> : undefined}
      />
      <Facts problem={problem} />
      {mayWork && problem.cause !== '' ? (
        <Link to="/knowledge/new" search={{ problemId: problem.id }}>
          {say('article')}
        </Link>
      ) : null}
      <section className="lines-part problem-incidents">
        <h2>{say('incidents')}</h2>
        <ReportedTable caption={say('incidents')} what={say('incident')} rows={problem.incidents} />
      </section>
    </>
  )
}

function Facts({ problem }: { readonly problem: ProblemSeen }) {
  const say = useWords(WORDS)
  const { state, cause, workaround, openedAt, openedBy, change, closing, closedAt, closedBy } = problem
  return (
    <dl className="card facts">
      <dt>{say('state')}</dt>
      <dd>
        <ProblemLight state={state} />
      </dd>
      <dt>{say('cause')}</dt>
      <dd>{cause === '' ? say('notYet') : cause}</dd>
      <dt>{say('workaround')}</dt>
      <dd>{workaround === '' ? say('none') : workaround}</dd>
      <dt>{say('opened')}</dt>
      <dd>
        {formatMoment(openedAt)} <span className="small">{openedBy}</span>
      </dd>
      {closedAt === null ? null : (
        <>
          <dt>{say('closed')}</dt>
          <dd>
            {closing}{' '}
            <span className="small">
              {formatMoment(closedAt)} {closedBy}
            </span>
          </dd>
        </>
      )}
      {change === null ? null : (
        <>
          <dt>{say('change')}</dt>
          <dd>
            <Link to="/changes/$changeId" params={{ changeId: change.id }}>
              {change.number}
            </Link>{' '}
            {change.what}
          </dd>
        </>
      )}
    </dl>
  )
}
