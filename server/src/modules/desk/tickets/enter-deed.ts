import { TicketId } from '@shiji/contract/desk'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import { decideDeed } from '@shiji/kernel/ticket/decide-deed'
import type { Entry } from '@shiji/kernel/ticket/say-entry'
import type { TicketDeed } from '@shiji/kernel/ticket/ticket-deed'
import { TICKET_PROBLEMS } from '@shiji/kernel/ticket/ticket-problems'
import { say } from '@shiji/kernel/wording'
import { calendarOf } from '#modules/calendar'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listClocks } from '../clocks/clock-store.ts'
import { computeClocks } from '../clocks/compute-clocks.ts'
import { DESK_RULES } from '../desk-rules.ts'
import { declareBySeverity } from '../majors/declare-major.ts'
import { listLifeEvents, saveEvent } from './event-store.ts'
import { keepTicket } from './keep-ticket.ts'
import { type LockedTicket, moveTicket, type TicketChange } from './ticket-store.ts'

type Entered = {
  readonly ticket: Pick<LockedTicket, 'id' | 'kind' | 'unitId' | 'severity' | 'state' | 'lastEvent'>
  readonly deed: TicketDeed
  readonly deedId: string
  readonly change: TicketChange
  readonly detail: Entry
  readonly told: {
    readonly at: string
    readonly aheadSeconds: number
    readonly device: string | null
    /** Null when the system did it. */
    readonly enteredBy: string | null
  }
}

/** Writes a deed into the life of a ticket: its event, where it stands now, its clocks, the ledger. */
export async function enterDeed(
  tx: Tx,
  context: Context,
  { ticket, deed, deedId, change, detail, told: { at, aheadSeconds, device, enteredBy } }: Entered,
): Promise<void> {
  const { now, language } = context
  const { unitId } = ticket
  const [events, kept, calendar] = await Promise.all([
    listLifeEvents(tx, ticket.id),
    listClocks(tx, ticket.id),
    calendarOf(tx, { unitId, at: now }),
  ])
  const number = ticket.lastEvent + 1
  const moved = decideDeed(events, deed, { number, at, enteredAt: now.toString() })
  if (!moved.ok) {
    const sentence = say(TICKET_PROBLEMS[moved.problem.code], language, moved.problem.parameters)
    refuse('desk-refused', { sentence })
  }
  const { event, standing } = moved.value

  const severity = deed.kind === 'classify' ? deed.severity : ticket.severity
  const rules = clockRulesOf(DESK_RULES, { kind: ticket.kind, severity })
  const after = event === null ? events : [...events, event]
  const clocks = await computeClocks(tx, { unitId, events: after, kept, rules, now, calendar })

  const moment = Temporal.Instant.from(at)
  const isLate = now.since(moment).total('seconds') > DESK_RULES.lateAfterSeconds
  const entry = { number, deedId, kind: event?.kind ?? deed.kind, at: moment, enteredAt: now, aheadSeconds, isLate }
  saveEvent(tx, { ...entry, ticketId: ticket.id, enteredBy, device, detail })
  moveTicket(tx, ticket.id, { standing, change, lastEvent: number })
  if (deed.kind === 'classify')
    await declareBySeverity(tx, context, { ticketId: ticket.id, kind: ticket.kind, severity })
  const before = { state: ticket.state }
  const done = { ticketId: ticket.id, number, at, deed, before, after: { state: standing.state } }
  await recordInLedger(tx, context, { did: 'desk.ticket-moved', ...done })
  await keepTicket(tx, context, { ticketId: TicketId.parse(ticket.id), clocks, throughEvent: number })
}
