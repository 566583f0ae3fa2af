import type { Channel } from '@shiji/contract/desk'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import { type Classified, classify } from '@shiji/kernel/severity/classify'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import type { Scope, TicketKind } from '@shiji/kernel/severity/ticket-class'
import type { KeptClock } from '@shiji/kernel/ticket/ticket-clocks'
import type { LifeEvent } from '@shiji/kernel/ticket/ticket-life'
import type { z } from 'zod'
import { calendarOf } from '#modules/calendar'
import type { Context } from '#platform/context'
import { insertTogether } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import type { Reader, Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { insertFirstClocks } from '../clocks/clock-store.ts'
import { computeClocks } from '../clocks/compute-clocks.ts'
import { TICKET_LOGGED } from '../desk-events.ts'
import { DESK_RULES } from '../desk-rules.ts'
import { proposeProject } from '../lines/line-store.ts'
import { declareBySeverity } from '../majors/declare-major.ts'
import { insertFirstFact } from '../measures/fact-store.ts'
import { promiseReminders, tellMeasures } from '../reminders/tell-of-ticket.ts'
import { insertEvent } from './event-store.ts'
import { nextNumber } from './number-store.ts'
import { insertTicket } from './ticket-store.ts'

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
  /** Where it could be asked for ahead. */
  readonly ground?: Promise<Ground>
}

/** What holds where a call comes from: its calendar, and the project it counts for. */
export type Ground = { readonly calendar: WorkCalendar; readonly projectId: string | null }

type Asked = { readonly unitId: string; readonly service: string; readonly at: string }

export async function findGround(reader: Reader, now: Temporal.Instant, asked: Asked): Promise<Ground> {
  const { unitId, service } = asked
  const [calendar, projectId] = await Promise.all([
    calendarOf(reader, { unitId, at: now }),
    proposeProject(reader, { unitId, service, reportedAt: Temporal.Instant.from(asked.at) }),
  ])
  return { calendar, projectId }
}

/** A call becomes a ticket: classified, numbered, its clocks running from the moment it came in. */
export async function saveCall(tx: Tx, context: Context, call: Call): Promise<{ number: string }> {
  const { now } = context
  const { kind, service, scope, teamId } = call
  const { unitId } = call.caller
  const { at } = call.time
  const reportedAt = Temporal.Instant.from(at)
  const { calendar, projectId } = await (call.ground ?? findGround(tx, now, { unitId, service, at }))
  const classified = classify(DESK_RULES, { service, scope, at }, calendar)
  if (!classified.ok) return refuse('service-not-offered', { service })

  const { severity } = classified.value
  const events: LifeEvent[] = [{ kind: 'reported', number: 0, at, enteredAt: now.toString() }]
  const rules = clockRulesOf(DESK_RULES, { kind, severity })
  const clocks = await computeClocks(tx, { unitId, events, kept: [], rules, now, calendar })

  const { timeZone } = calendar
  const timed = { ...classified.value, projectId, timeZone, reportedAt, clocks }
  const { year } = reportedAt.toZonedDateTimeISO(timeZone)
  const [number] = await Promise.all([
    nextNumber(tx, year).then((given) => keepCall(tx, context, { call, timed, number: given })),
    tellMeasures(tx, context, [{ unitId, teamId, reportedAt }]),
  ])
  await declareBySeverity(tx, context, { ticketId: call.id, kind, severity })
  return { number }
}

type Kept = {
  readonly call: Call
  readonly timed: Classified & {
    readonly projectId: string | null
    readonly timeZone: string
    readonly reportedAt: Temporal.Instant
    readonly clocks: readonly KeptClock[]
  }
  readonly number: string
}

/** Everything leaves together. */
async function keepCall(tx: Tx, context: Context, { call, timed, number }: Kept): Promise<string> {
  const { caller, teamId, by, time, lateReason, ground: _, ...told } = call
  const { id, what, place } = told
  const { at, isLate, aheadSeconds, device } = time
  const { reportedAt, clocks, ...classified } = timed
  const now = context.now
  const known = { ...told, ...classified, number }
  const text = `${number} ${what} ${place} ${caller.name}`
  const ticket = {
    ...known,
    unitId: caller.unitId,
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
  const moment = { at: reportedAt, enteredAt: now, aheadSeconds, isLate, device }
  const event = { ...moment, number: 0, deedId: id, kind: 'reported', ticketId: id, enteredBy: by }
  const detail = { kind: 'reported', caller: caller.name, what, reason: lateReason }
  const fact = { ...ticket, ticketId: id, state: 'waiting', confirmedBy: null, arrivedAt: null, reopenings: 0 }
  const rows = insertTogether([
    insertTicket({ ...ticket, folded: foldForSearch(text), pairs: searchPairs(text) }),
    insertEvent({ ...event, detail }),
    insertFirstClocks({ ticketId: id, clocks, throughEvent: 0 }),
    insertFirstFact({ ticket: fact, clocks }, now),
  ])
  sendAlong(tx, rows)
  await Promise.all([
    recordInLedger(tx, context, { did: 'desk.ticket-logged', ticketId: id, after: { ...known, at, lateReason } }),
    promiseReminders(tx, context, [{ ticketId: id, clocks }]),
    tell(tx, context, TICKET_LOGGED, { ticketId: id, number, what, teamId, by }),
  ])
  return number
}
