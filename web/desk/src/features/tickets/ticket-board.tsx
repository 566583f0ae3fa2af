import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { Link } from '@tanstack/react-router'
import { useWords } from '#desk/words/use-words.ts'
import { ClockLight, leadingClock } from './clocks/clock-light.tsx'
import { SeverityLight, TicketMarks } from './ticket-marks.tsx'
import type { TicketListed } from './ticket-view.ts'
import { useTicketWords } from './words-of-ticket.ts'

const WORDS = {
  nobody: { zh: '还没有人', en: 'nobody yet' },
  empty: { zh: '没有', en: 'none' },
} as const

const OPEN: readonly TicketState[] = ['waiting', 'working', 'paused', 'resolved']
const ENDED: readonly TicketState[] = ['closed', 'withdrawn']

/** The listed tickets by state; what is ended has a column only when it was asked for. */
export function TicketBoard({ tickets }: { readonly tickets: readonly TicketListed[] }) {
  const say = useWords(WORDS)
  const words = useTicketWords()
  const ended = ENDED.filter((state) => tickets.some((ticket) => ticket.state === state))
  return (
    <div className="ticket-board">
      {[...OPEN, ...ended].map((state) => {
        const here = tickets.filter((ticket) => ticket.state === state)
        return (
          <section key={state} className="ticket-column" aria-labelledby={`column-${state}`}>
            <h2 id={`column-${state}`}>
              {words.state(state)} <span className="small">{here.length}</span>
            </h2>
            {here.length === 0 ? <p className="small">{say('empty')}</p> : null}
            {here.map((ticket) => (
              <TicketCard key={ticket.id} ticket={ticket} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function TicketCard({ ticket }: { readonly ticket: TicketListed }) {
  const say = useWords(WORDS)
  const clock = leadingClock(ticket.clocks)
  return (
    <article className="card ticket-card">
      <Link className="cell-name" to="/tickets/$ticketId" params={{ ticketId: ticket.id }}>
        {ticket.what}
      </Link>
      <span className="small">
        {ticket.unit.name} · {ticket.assignee?.name ?? say('nobody')} <TicketMarks ticket={ticket} />
      </span>
      <span className="ticket-lights">
        <SeverityLight severity={ticket.severity} />
        {clock === undefined ? null : <ClockLight clock={clock} />}
      </span>
    </article>
  )
}
