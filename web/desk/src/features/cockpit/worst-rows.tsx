import { Link } from '@tanstack/react-router'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'
import type { Cockpit } from './cockpit-view.ts'

const WORDS = {
  title: { zh: '最需要您看的指标', en: 'Rows to look at first' },
  calm: { zh: '没有预警和关注', en: 'Nothing is in alarm or to be watched' },
} as const

/** Alarms first; each opens its records. */
export function WorstRows({ cockpit: { worst } }: { readonly cockpit: Cockpit }) {
  const say = useWords(WORDS)
  return (
    <section className="card">
      <h2>{say('title')}</h2>
      {worst.length === 0 ? <p className="cockpit-calm">{say('calm')}</p> : null}
      <ul className="cockpit-list">
        {worst.map(({ formId, position, indicator, project, unit, light, why }) => (
          <li key={`${formId} ${position}`}>
            <span className="cockpit-line">
              <Link to="/board/$formId/$position" params={{ formId, position: String(position) }}>
                {indicator}
              </Link>
              <Light kind={light === 'alarm' ? 'bad' : 'watch'} />
            </span>
            <span className="small">{why}</span>
            <span className="small">
              {unit} · {project}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
