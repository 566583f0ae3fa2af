import { isDeepStrictEqual } from 'node:util'
import { openHours } from '@shiji/kernel/calendar/open-hours'
import type { WorkCalendar } from '@shiji/kernel/calendar/work-calendar'
import { clockRulesOf } from '@shiji/kernel/severity/desk-rules'
import { type KeptClock, planClocks, runPlan } from '@shiji/kernel/ticket/ticket-clocks'
import type { LifeEvent } from '@shiji/kernel/ticket/ticket-life'
import { calendarOfVersion, versionAt } from '#modules/calendar'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, read, type Tx } from '#platform/database/transaction'
import { DESK_RULES } from '../desk-rules.ts'
import { listLifeEventsOf } from '../tickets/event-store.ts'
import { keepTickets } from '../tickets/keep-ticket.ts'
import { type LockedAnyTicket, lockTickets } from '../tickets/ticket-store.ts'
import { listClocksOf, listTicketsBehind, renewCalendar } from './clock-store.ts'

const AT_ONCE = 500
/** While one is computed, the database writes the others. */
const LANES = 3

/** After a change of the calendar the clocks that run are computed anew; those that stopped keep theirs. */
export async function followCalendar(given: Context): Promise<void> {
  // The clocks themselves say which of them followed; a second attempt finds fewer than the first did.
  const { once: _, ...db } = given.db
  const context = { ...given, db }
  const { version, behind } = await read(db, async (reader) => {
    const version = await versionAt(reader, context.now)
    return { version, behind: await listTicketsBehind(reader, version) }
  })
  const batches = Array.from({ length: Math.ceil(behind.length / AT_ONCE) }, (_, at) =>
    behind.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  ).values()
  const calendars: Calendars = new Map()
  const lane = async () => {
    for (const ids of batches) await inTransaction(db, (tx) => followSome(tx, context, { ids, version, calendars }))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

/** By unit; a version never changes, so each is asked for once. */
type Calendars = Map<string, WorkCalendar>
type Some = { readonly ids: readonly string[]; readonly version: number; readonly calendars: Calendars }

async function followSome(tx: Tx, context: Context, { ids, version, calendars }: Some): Promise<void> {
  const tickets = await lockTickets(tx, ids)
  const [lives, clocks] = await Promise.all([listLifeEventsOf(tx, ids), listClocksOf(tx, ids)])
  await learnCalendars(tx, calendars, { unitIds: tickets.map(({ unitId }) => unitId), version })
  const asOf = context.now.toString()
  const changed = tickets.flatMap((ticket) => {
    const { ticketId, unitId, lastEvent: throughEvent } = ticket
    const [events, kept, calendar] = [lives.get(ticketId), clocks.get(ticketId), calendars.get(unitId)]
    if (events === undefined || kept === undefined || calendar === undefined) return []
    const after = clocksBy(calendar, { ticket, events, kept, asOf })
    return after === null ? [] : [{ ticket, clocks: after, throughEvent }]
  })
  if (changed.length > 0) await keepTickets(tx, context, changed)
  const kept = new Set<string>(changed.map(({ ticket }) => ticket.ticketId))
  const others = ids.filter((id) => !kept.has(id))
  if (others.length > 0) await renewCalendar(tx, others, version)
}

type Ticking = {
  readonly ticket: LockedAnyTicket
  readonly events: readonly LifeEvent[]
  readonly kept: readonly KeptClock[]
  readonly asOf: string
}

/** The clocks of a ticket by a newer calendar; null when it makes no difference to any of them. */
function clocksBy(calendar: WorkCalendar, { ticket, events, kept, asOf }: Ticking): KeptClock[] | null {
  const rules = clockRulesOf(DESK_RULES, ticket)
  const plans = planClocks(kept, { rules, calendarVersion: calendar.version })
  const before = new Map(kept.map((clock) => [clock.rule.kind, clock]))
  const isOther = plans.map((plan) => {
    const one = before.get(plan.rule.kind)
    if (one?.reading.state === 'stopped') return false
    if (one === undefined || !isDeepStrictEqual(one.rule, plan.rule)) return true
    const then = runPlan(events, plan, { hours: openHours(calendar, plan.rule.window), asOf: one.asOf })
    return !isDeepStrictEqual(then?.reading, { ...one.reading, calendarVersion: calendar.version })
  })
  if (plans.length === kept.length && !isOther.includes(true)) return null
  return plans.flatMap((plan, at) => {
    const one = before.get(plan.rule.kind)
    if (isOther[at] === false && one !== undefined) return renewed(one, calendar)
    return runPlan(events, plan, { hours: openHours(calendar, plan.rule.window), asOf }) ?? []
  })
}

/** The same reading, by the newer calendar; a clock that stopped stays with the one it ran by. */
function renewed(clock: KeptClock, { version: calendarVersion }: WorkCalendar): KeptClock {
  if (clock.reading.state === 'stopped') return clock
  return { ...clock, calendarVersion, reading: { ...clock.reading, calendarVersion } }
}

type Wanted = { readonly unitIds: readonly string[]; readonly version: number }

async function learnCalendars(reader: Reader, calendars: Calendars, { unitIds, version }: Wanted): Promise<void> {
  const unknown = [...new Set(unitIds)].filter((unitId) => !calendars.has(unitId))
  const learn = async (unitId: string) => {
    calendars.set(unitId, await calendarOfVersion(reader, { unitId, version }))
  }
  await Promise.all(unknown.map(learn))
}
