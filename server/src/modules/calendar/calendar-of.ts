import { OwnHours, type WorkCalendar, withOwnHours } from '@shiji/kernel/calendar/work-calendar'
import { YearDays } from '@shiji/kernel/calendar/year-days'
import { remember } from '@shiji/kernel/remember'
import { loadCalendars, loadUsualHours } from '@shiji/packs/load-packs'
import type { Reader } from '#platform/database/transaction'
import { type KeptContents, listContents, type Seen } from './change-store.ts'

/** What ships with the product; a year the district imported takes the place of the shipped one. */
export const SHIPPED_YEARS = loadCalendars()
const USUAL_HOURS = loadUsualHours()

/** The calendar of a unit as it was known at an instant. */
export function calendarOf(
  reader: Reader,
  { unitId, at }: { unitId: string; at: Temporal.Instant },
): Promise<WorkCalendar> {
  return makeCalendar(reader, { unitId, seen: { at } })
}

/**
 * The calendar of a unit in a version: shipped and imported years, the hours of the country, and what the units above
 * it and it itself do otherwise. A version never changes, so a clock that stopped can be computed again on its own.
 */
export function calendarOfVersion(
  reader: Reader,
  { unitId, version }: { unitId: string; version: number },
): Promise<WorkCalendar> {
  return makeCalendar(reader, { unitId, seen: { version } })
}

async function makeCalendar(reader: Reader, asked: { unitId: string; seen: Seen }): Promise<WorkCalendar> {
  const contents = await listContents(reader, asked)
  return readCalendar(JSON.stringify(contents))
}

/** More than the units of a district that keep hours of their own. */
const MOST_CALENDARS = 200

/** The same content gives the same calendar, so that its years are worked out once and not for every clock. */
const readCalendar = remember(MOST_CALENDARS, (kept: string): WorkCalendar => {
  const { version, years, hours }: KeptContents = JSON.parse(kept)
  const imported = years.map((content) => YearDays.parse(JSON.parse(content)))
  const district = { ...USUAL_HOURS, version, years: withImported(imported), overrides: [], terms: [] }
  const own = hours.map((content) => OwnHours.parse(JSON.parse(content)))
  return own.reduce((calendar: WorkCalendar, changed) => withOwnHours(calendar, changed), district)
})

function withImported(imported: readonly YearDays[]): YearDays[] {
  const shipped = SHIPPED_YEARS.filter(({ year }) => !imported.some((own) => own.year === year))
  return [...shipped, ...imported].toSorted((one, other) => one.year - other.year)
}
