import { type NewTicket, TicketId } from '@shiji/contract/desk'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { classify } from '@shiji/kernel/severity/classify'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import { momentOf } from '@shiji/kernel/ticket/device-moment'
import type { LifeEvent } from '@shiji/kernel/ticket/ticket-life'
import type { z } from 'zod'
import { calendarOf } from '#modules/calendar'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Reader, type Tx } from '#platform/database/transaction'
import { violates } from '#platform/database/violation'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { computeClocks } from './compute-clocks.ts'
import { DESK_RULES, nameOfService } from './desk-rules.ts'
import { saveEvent } from './event-store.ts'
import { findCaller } from './find-caller.ts'
import { keepTicket } from './keep-ticket.ts'
import { openTicket } from './open-ticket.ts'
import { findDistrict, findTeam } from './team-store.ts'
import { findLogger, nextNumber, saveTicket } from './ticket-store.ts'

type Input = z.output<typeof NewTicket>

export async function logTicket(context: Context, input: Input) {
  requirePermission(context, 'desk.log')
  const again = await inTransaction(context.db, (tx) => logOnce(tx, context, input)).catch((error: unknown) => {
    // The same call came twice at once; the other one is there now.
    if (violates(error, 'desk_ticket_key')) return 'again' as const
    throw error
  })
  if (again === 'again') await inTransaction(context.db, (tx) => logOnce(tx, context, input))
  return openTicket(context, { id: input.id })
}

async function logOnce(tx: Tx, context: PersonContext, input: Input): Promise<'logged'> {
  const known = await findLogger(tx, input.id)
  if (known !== undefined) return known === context.actor.personId ? 'logged' : refuse('ticket-id-taken')
  await log(tx, context, input)
  return 'logged'
}

async function log(tx: Tx, context: PersonContext, input: Input): Promise<void> {
  const { actor, now } = context
  const { id, kind, channel, contact, place, service, scope, lateReason } = input
  const what = input.what === '' ? nameOfService(service, context.language) : input.what
  const caller = await findCaller(tx, context, input)
  const { at, aheadSeconds } = momentOf(input.time, now.toString())
  const reportedAt = Temporal.Instant.from(at)
  const isLate = now.since(reportedAt).total('seconds') > DESK_RULES.lateAfterSeconds
  if (isLate && lateReason === '') refuse('reason-missing')
  const calendar = await calendarOf(tx, { unitId: caller.unitId, at: now })
  const classified = classify(DESK_RULES, { service, scope, at }, calendar)
  if (!classified.ok) refuse('service-not-offered', { service })
  const { severity, isPeak, layer } = classified.value

  const events: LifeEvent[] = [{ kind: 'reported', number: 0, at, enteredAt: now.toString() }]
  const rules = clockRulesOf(DESK_RULES, { kind, severity })
  const clocks = await computeClocks(tx, { unitId: caller.unitId, events, kept: [], rules, now })
  const teamId = await teamFor(tx, context, caller.unitId)

  const { timeZone } = calendar
  const number = await nextNumber(tx, reportedAt.toZonedDateTimeISO(timeZone).year)
  const text = `${number} ${what} ${place} ${caller.name}`
  const call = { id, number, kind, channel, contact, place, what, service, scope, isPeak, severity, layer, timeZone }
  await saveTicket(tx, {
    ...call,
    unitId: caller.unitId,
    teamId,
    callerId: caller.id,
    callerName: caller.name,
    classifiedBy: actor.personId,
    rules: DESK_RULES.id,
    rulesVersion: DESK_RULES.version,
    reportedAt,
    isLate,
    lateReason,
    loggedBy: actor.personId,
    loggedAt: now,
    folded: foldForSearch(text),
    pairs: searchPairs(text),
  })
  const detail = { kind: 'reported', caller: caller.name, what, reason: lateReason }
  const entry = {
    number: 0,
    deedId: id,
    kind: 'reported',
    at: reportedAt,
    enteredAt: now,
    aheadSeconds,
    isLate,
    detail,
  }
  await saveEvent(tx, { ...entry, ticketId: id, enteredBy: actor.personId, device: input.time.device || null })
  await recordInLedger(tx, context, { did: 'desk.ticket-logged', ticketId: id, after: { ...call, at, lateReason } })
  await keepTicket(tx, context, { ticketId: TicketId.parse(id), clocks, throughEvent: 0 })
}

/** The team that serves the unit; without one whoever works at the desk takes it, and otherwise the district. */
async function teamFor(reader: Reader, { actor }: PersonContext, unitId: string): Promise<string> {
  const team = await findTeam(reader, unitId)
  if (team !== undefined) return team
  return actor.permissions.has('desk.work') ? actor.unitId : findDistrict(reader)
}
