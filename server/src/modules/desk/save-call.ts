import type { Channel } from '@shiji/contract/desk'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { classify } from '@shiji/kernel/severity/classify'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import type { Scope, TicketKind } from '@shiji/kernel/severity/ticket-class'
import type { LifeEvent } from '@shiji/kernel/ticket/ticket-life'
import type { z } from 'zod'
import { calendarOf } from '#modules/calendar'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { computeClocks } from './compute-clocks.ts'
import { TICKET_LOGGED } from './desk-events.ts'
import { DESK_RULES } from './desk-rules.ts'
import { saveEvent } from './event-store.ts'
import { keepNewTicket } from './keep-ticket.ts'
import { proposeProject } from './lines/line-store.ts'
import { declareBySeverity } from './majors/declare-major.ts'
import { nextNumber, saveTicket } from './ticket-store.ts'

export type Call = {
  readonly id: string
  readonly kind: TicketKind
  readonly channel: z.infer<typeof Channel>
  readonly caller: { readonly id: string | null; readonly name: string; readonly unitId: string }
  readonly teamId: string
  readonly contact: string
  readonly place: string
  readonly what: string
  readonly service: string
  readonly scope: Scope
  readonly lateReason: string
  /** Who logged and classified it; null when the caller did so without an account. */
  readonly by: string | null
  readonly time: {
    /** By the clock of the server. */
    readonly at: string
    readonly isLate: boolean
    readonly aheadSeconds: number
    readonly device: string | null
  }
}

/** A call becomes a ticket: classified, numbered, its clocks running from the moment it came in. */
export async function saveCall(tx: Tx, context: Context, call: Call): Promise<{ number: string }> {
  const { now } = context
  const { caller, teamId, by, time, lateReason, ...told } = call
  const { id, kind, service, scope, what, place } = told
  const { unitId } = caller
  const { at, isLate, aheadSeconds, device } = time
  const reportedAt = Temporal.Instant.from(at)
  const [calendar, projectId] = await Promise.all([
    calendarOf(tx, { unitId, at: now }),
    proposeProject(tx, { unitId, service, reportedAt }),
  ])
  const classified = classify(DESK_RULES, { service, scope, at }, calendar)
  if (!classified.ok) return refuse('service-not-offered', { service })
  const { severity, isPeak, layer } = classified.value

  const events: LifeEvent[] = [{ kind: 'reported', number: 0, at, enteredAt: now.toString() }]
  const rules = clockRulesOf(DESK_RULES, { kind, severity })
  const clocks = await computeClocks(tx, { unitId, events, kept: [], rules, now, calendar })
  const { timeZone } = calendar
  const number = await nextNumber(tx, reportedAt.toZonedDateTimeISO(timeZone).year)
  const text = `${number} ${what} ${place} ${caller.name}`
  const known = { ...told, number, projectId, isPeak, severity, layer, timeZone }
  const ticket = {
    ...known,
    unitId,
    teamId,
    callerId: caller.id,
    callerName: caller.name,
    classifiedBy: by,
    rules: DESK_RULES.id,
    rulesVersion: DESK_RULES.version,
    reportedAt,
    isLate,
    lateReason,
    loggedBy: by,
    loggedAt: now,
  }
  const entry = {
    number: 0,
    deedId: id,
    kind: 'reported',
    at: reportedAt,
    enteredAt: now,
    aheadSeconds,
    isLate,
    device,
  }
  const detail = { kind: 'reported', caller: caller.name, what, reason: lateReason }
  const fact = { ...ticket, ticketId: id, state: 'waiting', confirmedBy: null, arrivedAt: null, reopenings: 0 }
  // The number is kept from others until the commit, so what follows leaves together, in this order.
  await Promise.all([
    saveTicket(tx, { ...ticket, folded: foldForSearch(text), pairs: searchPairs(text) }),
    saveEvent(tx, { ...entry, ticketId: id, enteredBy: by, detail }),
    recordInLedger(tx, context, { did: 'desk.ticket-logged', ticketId: id, after: { ...known, at, lateReason } }),
    keepNewTicket(tx, context, { ticket: fact, clocks }),
  ])
  await declareBySeverity(tx, context, { ticketId: id, kind, severity })
  await tell(tx, context, TICKET_LOGGED, { ticketId: id, number, what, teamId, by })
  return { number }
}
