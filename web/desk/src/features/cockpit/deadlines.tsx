import { Link } from '@tanstack/react-router'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { Cockpit } from './cockpit-view.ts'

const WORDS = {
  title: { zh: '期限', en: 'Deadlines' },
  calm: { zh: '没有要到期的事', en: 'Nothing is due' },
  rectification: { zh: '答复整改通知', en: 'Answer the notice to correct' },
  monitoring: { zh: '报集中监控', en: 'Report the gathered monitoring' },
  'budget-meeting': { zh: '预算会前报下一年目标', en: 'Declare the next year before the budget meeting' },
  'self-evaluation': { zh: '完成自评', en: 'Finish the self-evaluation' },
  late: { zh: '逾期 {days} 天', en: '{days} days late' },
  today: { zh: '今天到期', en: 'Due today' },
  left: { zh: '还有 {days} 天', en: '{days} days left' },
} as const

/** Within so many days a deadline asks for attention. */
const NEAR_DAYS = 30

type Deadline = Cockpit['deadlines'][number]

/** Where it is done. */
const PAGES = {
  rectification: '/projects/forms/$formId/monitoring',
  monitoring: '/projects/forms/$formId/monitoring',
  'budget-meeting': '/declare/last-year/$formId',
  'self-evaluation': '/projects/forms/$formId/self-evaluation',
} as const

/** What is due and not done, the latest first; each opens the page it is done on. */
export function Deadlines({ cockpit: { deadlines } }: { readonly cockpit: Cockpit }) {
  const say = useWords(WORDS)
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      {deadlines.length === 0 ? <p className="cockpit-calm">{say('calm')}</p> : null}
      <ul className="cockpit-list">
        {deadlines.map((due) => (
          <li key={`${due.formId} ${due.kind} ${due.dueOn}`}>
            <span className="cockpit-line">
              <Link to={PAGES[due.kind]} params={{ formId: due.formId }}>
                {say(due.kind)}
              </Link>
              <When due={due} />
            </span>
            <span className="small">
              {due.dueOn} · {due.unit} · {due.project}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function When({ due: { days } }: { readonly due: Deadline }) {
  const say = useWords(WORDS)
  if (days < 0) return <Light kind="bad" word={say('late', { days: -days })} />
  if (days === 0) return <Light kind="watch" word={say('today')} />
  return <Light kind={days <= NEAR_DAYS ? 'watch' : 'not-started'} word={say('left', { days })} />
}
