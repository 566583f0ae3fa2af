import { type WorkCalendar, withOwnHours } from '@shiji/kernel/calendar/work-calendar'
import type { YearDays } from '@shiji/kernel/calendar/year-days'
import { loadCalendars, loadUsualHours } from '@shiji/packs/load-packs'
import type { Reader } from '#platform/database/transaction'
import { listOwnHours, listYears, versionAt } from './change-store.ts'

/** What ships with the product; a year the district imported takes the place of the shipped one. */
export const SHIPPED_YEARS = loadCalendars()
const USUAL_HOURS = loadUsualHours()

/** The calendar of a unit as it was known at an instant. */
export async function calendarOf(
  reader: Reader,
  { unitId, at }: { unitId: string; at: Temporal.Instant },
): Promise<WorkCalendar> {
  return calendarOfVersion(reader, { unitId, version: await versionAt(reader, at) })
}

/**
 * The calendar of a unit in a version: shipped and imported years, the hours of the country, and what the units above
 * it and it itself do otherwise. A version never changes, so a clock that stopped can be computed again on its own.
 */
export async function calendarOfVersion(
  reader: Reader,
  { unitId, version }: { unitId: string; version: number },
): Promise<WorkCalendar> {
  const [years, own] = await Promise.all([listYears(reader, version), listOwnHours(reader, unitId, version)])
  const imported = years.map(({ days }) => days)
  const district = { ...USUAL_HOURS, version, years: withImported(imported), overrides: [], terms: [] }
  return own.reduce((calendar: WorkCalendar, { hours }) => withOwnHours(calendar, hours), district)
}

function withImported(imported: readonly YearDays[]): YearDays[] {
  const shipped = SHIPPED_YEARS.filter(({ year }) => !imported.some((own) => own.year === year))
  return [...shipped, ...imported].toSorted((one, other) => one.year - other.year)
}
