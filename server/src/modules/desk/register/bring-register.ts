import { openHours } from '@shiji/kernel/calendar/open-hours'
import { calendarOf } from '#modules/calendar'
import type { Context } from '#platform/context'
import { inTransaction, type Reader, type Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { DESK_RULES } from '../desk-rules.ts'
import { listLinesOf } from '../lines/line-store.ts'
import { DESK_MEASURES } from '../measures/desk-measures.ts'
import { findDistrict, findTeam } from '../teams/team-store.ts'
import { takeNumbers } from '../tickets/number-store.ts'
import { liveThrough } from './live-through.ts'
import type { PastTicket } from './past-ticket.ts'
import { saveRegister } from './register-store.ts'

const AT_ONCE = 200

/**
 * A register kept elsewhere, taken over whole: every ticket lives through its deeds by the rules that hold here, with a
 * ledger entry for each, only without a request for each. Oldest call first; answers how many were taken over.
 */
export async function bringRegister(context: Context, register: readonly PastTicket[]): Promise<number> {
  for (let from = 0; from < register.length; from += AT_ONCE) {
    const some = register.slice(from, from + AT_ONCE)
    await inTransaction(context.db, (tx) => bring(tx, context, some))
  }
  return register.length
}

async function bring(tx: Tx, context: Context, register: readonly PastTicket[]): Promise<void> {
  const units = await unitsOf(tx, context, [...new Set(register.map(({ unitId }) => unitId))])
  const numbers = await numbersFor(tx, register)
  const lived = register.map((past, index) => {
    const unit = units.get(past.unitId)
    if (unit === undefined) throw new Error(`unit ${past.unitId} was not looked up`)
    const id = context.newId()
    return { past, id, ...liveThrough(past, { ...unit, id, number: numbers[index] ?? '' }) }
  })
  await saveRegister(tx, context, lived)
  for (const [unitId, some] of Map.groupBy(lived, ({ past }) => past.unitId)) {
    const days = [...new Set(some.map(({ past }) => officeDay(past.at).toString()))]
    const measures = DESK_MEASURES.map(({ key }) => key)
    for (const id of new Set([unitId, ...some.map(({ ticket }) => ticket.teamId)]))
      await tell(tx, context, MEASURE_CHANGED, { measures, unitId: id, projectId: null, days })
  }
}

/** Team, calendar and hours of every unit that called, each worked out once. */
async function unitsOf(reader: Reader, { now }: Context, unitIds: readonly string[]) {
  const district = await findDistrict(reader)
  const units = new Map<string, Awaited<ReturnType<typeof unitOf>>>()
  for (const unitId of unitIds) units.set(unitId, await unitOf(reader, { unitId, district, now }))
  return units
}

type UnitAsked = { readonly unitId: string; readonly district: string; readonly now: Temporal.Instant }

async function unitOf(reader: Reader, { unitId, district, now }: UnitAsked) {
  const calendar = await calendarOf(reader, { unitId, at: now })
  const windows = [...new Set(DESK_RULES.clocks.map(({ window }) => window))]
  const hours = new Map(windows.map((window) => [window, openHours(calendar, window)]))
  const teamId = (await findTeam(reader, unitId)) ?? district
  const lines = await listLinesOf(reader, unitId)
  return { teamId, calendar, lines, hoursOf: (window: string) => hours.get(window) ?? null }
}

/** The next numbers of the years in which the calls came in. */
async function numbersFor(tx: Tx, register: readonly PastTicket[]): Promise<string[]> {
  const years = register.map(({ at }) => officeDay(at).year)
  const taken = new Map<number, Iterator<string>>()
  for (const [year, some] of Map.groupBy(years, (one) => one)) {
    taken.set(year, (await takeNumbers(tx, { year, count: some.length })).values())
  }
  return years.map((year) => taken.get(year)?.next().value ?? '')
}
