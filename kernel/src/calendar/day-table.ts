import { dayNumber, dayText, weekdayOf } from './day-number.ts'
import type { DaySpans, WorkCalendar } from './work-calendar.ts'
import type { YearDays } from './year-days.ts'

type Name = YearDays['holidays'][number]['name']

/** What a day is. `made-up` is a day of rest that is worked (调休); `own` hours are those of one day only. */
type DayKind =
  | { readonly kind: 'working'; readonly own: DaySpans | null }
  | { readonly kind: 'made-up'; readonly name: Name; readonly own: DaySpans | null }
  | { readonly kind: 'holiday'; readonly name: Name }
  | { readonly kind: 'rest' }

/** The days of a calendar; days are numbers as in `day-number.ts`. */
export type DayTable = {
  readonly kindOf: (day: number) => DayKind
  readonly isWorking: (day: number) => boolean
  readonly isTerm: (day: number) => boolean
  /** False for a year whose notice is missing: its days are judged by the weekday alone. */
  readonly knowsYear: (year: number) => boolean
}

type Special = WorkCalendar['overrides'][number]

export function dayTable({ years, overrides, terms, workWeek }: WorkCalendar): DayTable {
  const holidays = new Map(years.flatMap((year) => year.holidays.map(({ day, name }) => [dayNumber(day), name])))
  const workdays = new Map(years.flatMap((year) => year.workdays.map(({ day, name }) => [dayNumber(day), name])))
  const special = new Map(overrides.flatMap((one) => daysOf(one).map((day) => [day, one])))
  const terming = new Set(terms.flatMap(daysOf))
  const known = new Set(years.map(({ year }) => year))
  const week = new Set(workWeek)

  function kindOf(day: number): DayKind {
    const isWeekday = week.has(weekdayOf(day))
    const own = special.get(day)
    if (own !== undefined) return kindOfSpecial(own, isWeekday)
    const workday = workdays.get(day)
    if (workday !== undefined) return { kind: 'made-up', name: workday, own: null }
    const holiday = holidays.get(day)
    if (holiday !== undefined) return { kind: 'holiday', name: holiday }
    return isWeekday ? { kind: 'working', own: null } : { kind: 'rest' }
  }

  return {
    kindOf,
    isWorking: (day) => isWorked(kindOf(day)),
    isTerm: (day) => terming.has(day),
    knowsYear: (year) => known.has(year),
  }
}

/** True on a day of work, whatever made it one; the day is `YYYY-MM-DD`. */
export function isWorkingDay(days: DayTable, day: string): boolean {
  return days.isWorking(dayNumber(day))
}

/**
 * So many working days on (or back, when negative), the first day itself not counted; 0 gives the day itself.
 * Null when there are fewer than that many within a hundred years.
 */
export function addWorkingDays(days: DayTable, from: string, count: number): string | null {
  const step = Math.sign(count)
  const first = dayNumber(from)
  let left = Math.abs(count)
  let day = first
  while (left > 0) {
    day += step
    if (Math.abs(day - first) > HUNDRED_YEARS) return null
    if (days.isWorking(day)) left -= 1
  }
  return dayText(day)
}

/** Working days from the first to the last, both counted. */
export function countWorkingDays(days: DayTable, { first, last }: { first: string; last: string }): number {
  let count = 0
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) if (days.isWorking(day)) count += 1
  return count
}

const HUNDRED_YEARS = 36_525

function kindOfSpecial({ open, name }: Special, isWeekday: boolean): DayKind {
  if (open === 'closed') return { kind: 'holiday', name }
  const own = open === 'usual' ? null : open
  return isWeekday ? { kind: 'working', own } : { kind: 'made-up', name, own }
}

function isWorked({ kind }: DayKind): boolean {
  return kind === 'working' || kind === 'made-up'
}

function daysOf({ first, last }: { readonly first: string; readonly last: string }): number[] {
  const start = dayNumber(first)
  return Array.from({ length: dayNumber(last) - start + 1 }, (_, index) => start + index)
}
