import { useEffect, useState } from 'react'
import { type Arrival, listArrivals, onSent } from '../outbox/send-outbox.ts'
import { Link } from '../shell/link.tsx'
import { clockWithSeconds } from '../words/clock-text.ts'
import { useWords } from '../words/use-words.ts'

const WORDS = {
  title: { zh: '刚刚送达', en: 'Just arrived' },
  at: { zh: '{time} 送达', en: 'at {time}' },
} as const

const SHOWN = 5

/** The last things this phone sent, so that nobody has to wonder. */
export function ArrivedList() {
  const say = useWords(WORDS)
  const [arrived, setArrived] = useState<readonly Arrival[]>([])
  useEffect(() => {
    const look = () => void listArrivals().then(setArrived)
    look()
    return onSent(look)
  }, [])
  if (arrived.length === 0) return null
  return (
    <section className="card" aria-labelledby="arrived-title">
      <h2 id="arrived-title">{say('title')}</h2>
      <ul className="entries">
        {arrived.slice(0, SHOWN).map(({ id, title, ticketId, at }) => (
          <li key={id}>
            {ticketId === null ? <span>{title}</span> : <Link to={`/tickets/${ticketId}`}>{title}</Link>}
            <span className="quiet">✓ {say('at', { time: clockWithSeconds(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
