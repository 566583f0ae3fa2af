import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '告警', en: 'Alarms' },
  none: { zh: '近期没有告警', en: 'No alarm of late' },
  open: { zh: '未恢复', en: 'not over' },
  over: { zh: '已恢复', en: 'over' },
  since: { zh: '{from} 起', en: 'since {from}' },
  until: { zh: '{from} 至 {to}', en: '{from} to {to}' },
  ticket: { zh: '看工单', en: 'Show the ticket' },
  said: { zh: '{source}，{count} 条', en: '{source}, {count}' },
} as const

const RENEW_MS = 20_000

/** Services that went out and the incident each became; those not over come first. */
export function AlarmsCard() {
  const say = useWords(WORDS)
  const alarms = useQuery(queries.watchAlarms.listAlarms.queryOptions({ refetchInterval: RENEW_MS }))
  return (
    <section className="card watch-alarms" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <Loaded query={alarms} rows={2}>
        {(seen) =>
          seen.length === 0 ? (
            <p className="card-body small">{say('none')}</p>
          ) : (
            <ul className="watch-list">
              {seen.map(({ id, service, unit, beganAt, overAt, ticketId, source, signals }) => {
                const from = formatMoment(beganAt)
                return (
                  <li key={id}>
                    <Light kind={overAt === null ? 'bad' : 'good'} word={say(overAt === null ? 'open' : 'over')} />
                    <strong>{service}</strong>
                    <span className="small">{unit}</span>
                    {source === null ? null : <span className="small">{say('said', { source, count: signals })}</span>}
                    <span>
                      {overAt === null ? say('since', { from }) : say('until', { from, to: formatMoment(overAt) })}
                    </span>
                    <Link className="cell-name" to="/tickets/$ticketId" params={{ ticketId }}>
                      {say('ticket')}
                    </Link>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
