import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { useLive } from '#desk/api/use-live.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '待办', en: 'To do' },
  boxes: { zh: '信箱', en: 'Boxes' },
  waiting: { zh: '待办 {count}', en: 'To do {count}' },
  late: { zh: '其中逾期 {count}', en: '{count} of them late' },
  reading: { zh: '待阅 {count}', en: 'To read {count}' },
  done: { zh: '已办', en: 'Done' },
  started: { zh: '我发起', en: 'Started by me' },
  drafts: { zh: '草稿 {count}', en: 'Drafts {count}' },
  none: { zh: '今天没有等您办的事', en: 'Nothing waits for you today' },
  from: { zh: '{starter}（{unit}）发起', en: 'from {starter} ({unit})' },
  due: { zh: '{at} 前办', en: 'by {at}' },
  all: { zh: '看全部待办', en: 'See all' },
} as const

const SHOWN = 6

/** The first things that wait, and how many there are. */
export function MyTasks() {
  const say = useWords(WORDS)
  const counts = useQuery(queries.flow.countTasks.queryOptions())
  const tasks = useQuery(queries.flow.listBox.queryOptions({ input: { box: 'waiting' } }))
  const drafts = useQuery(queries.declarationLife.listDrafts.queryOptions({ input: {} }))
  useLive('tasks', queries.flow.listBox.key())
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      <nav className="home-boxes" aria-label={say('boxes')}>
        <Link to="/tasks" search={{ box: 'waiting' }}>
          {say('waiting', { count: counts.data?.waiting ?? '—' })}
        </Link>
        {counts.data === undefined || counts.data.late === 0 ? null : (
          <span className="home-late">✕ {say('late', { count: counts.data.late })}</span>
        )}
        <Link to="/tasks" search={{ box: 'reading' }}>
          {say('reading', { count: counts.data?.reading ?? '—' })}
        </Link>
        <Link to="/tasks" search={{ box: 'done' }}>
          {say('done')}
        </Link>
        <Link to="/tasks" search={{ box: 'started' }}>
          {say('started')}
        </Link>
        {drafts.data === undefined || drafts.data.total === 0 ? null : (
          <Link to="/tasks" search={{ box: 'drafts' }}>
            {say('drafts', { count: drafts.data.total })}
          </Link>
        )}
      </nav>
      <Loaded query={tasks} rows={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <StateBlock state={{ kind: 'empty', title: say('none') }} />
          ) : (
            <ul className="home-list">
              {rows.slice(0, SHOWN).map(({ caseId, task, subject, subjectId, node, starter, unit, dueAt }) => (
                <li key={`${caseId} ${task}`}>
                  <Link to="/projects/forms/$formId/approval" params={{ formId: subjectId }}>
                    {subject}
                  </Link>
                  <span className="small">
                    {[
                      node,
                      say('from', { starter, unit }),
                      dueAt === null ? '' : say('due', { at: formatMoment(dueAt) }),
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </li>
              ))}
              {rows.length > SHOWN ? (
                <li>
                  <Link to="/tasks">{say('all')}</Link>
                </li>
              ) : null}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
