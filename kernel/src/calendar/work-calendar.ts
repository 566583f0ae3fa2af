import { z } from 'zod'
import { dayNumber } from './day-number.ts'
import { Bilingual, Day, YearDays } from './year-days.ts'

const Moment = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** Hours of one day in local time; `24:00` ends the day. A night is written as two spans. */
export const DaySpan = z.strictObject({ from: Moment, to: Moment })
const Spans = z
  .array(DaySpan)
  .max(24)
  .refine((spans) => spans.every(({ from, to }, index) => from < to && (spans[index - 1]?.to ?? '00:00') <= from), {
    message: 'spans must be in order and apart',
  })

/**
 * Named hours: a service window an SLA names, or a peak window availability is measured in. `every-day` knows no
 * holiday (7×24); `working-days` follows the day table; `term-days` does so inside school terms only.
 */
export const ServiceWindow = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: Bilingual,
  purpose: z.enum(['service', 'peak']),
  days: z.enum(['every-day', 'working-days', 'term-days']),
  /** Monday to Sunday. */
  week: z.tuple([Spans, Spans, Spans, Spans, Spans, Spans, Spans]),
  /** On a Saturday or Sunday that is worked. */
  madeUp: Spans,
})

/** What a unit does otherwise than the notice: the last one that names a day holds. */
export const Override = z
  .strictObject({
    first: Day,
    last: Day,
    /** Closed, open as on any working day, or open at these hours. */
    open: z.union([z.enum(['closed', 'usual']), Spans]),
    name: Bilingual,
  })
  .refine(({ first, last }) => first <= last, 'ends before it begins')
  .refine(isWithinYear, 'longer than a year')

export const Term = z
  .strictObject({ name: Bilingual, first: Day, last: Day })
  .refine(({ first, last }) => first <= last, 'ends before it begins')
  .refine(isWithinYear, 'longer than a year')

const Overrides = z.array(Override).max(2_000)
const Terms = z.array(Term).max(400)
const Windows = z
  .array(ServiceWindow)
  .max(50)
  .refine((windows) => new Set(windows.map(({ key }) => key)).size === windows.length, 'a window stands twice')
const WorkWeek = z.array(z.int().min(0).max(6)).max(7)
const TimeZone = z.string().min(1).refine(isTimeZone, 'no time zone')

/** The hours a place usually keeps, in `packs/<place>/hours/*.json`: what a new district starts from. */
export const UsualHours = z.strictObject({
  timeZone: TimeZone,
  /** Weekdays worked when nothing says otherwise; Monday is 0. */
  workWeek: WorkWeek,
  windows: Windows.min(1),
})

/** What one unit does otherwise than its district; a window of the same key takes the place of the district's. */
export const OwnHours = z.strictObject({ overrides: Overrides, terms: Terms, windows: Windows })

/** The working days and hours of an office, as data; a change is a new version, and old clocks keep theirs. */
export const WorkCalendar = z.strictObject({
  version: z.int().nonnegative(),
  ...UsualHours.shape,
  years: z
    .array(YearDays)
    .refine((years) => new Set(years.map(({ year }) => year)).size === years.length, 'a year stands twice'),
  overrides: Overrides,
  terms: Terms,
})

export type WorkCalendar = z.infer<typeof WorkCalendar>
export type ServiceWindow = z.infer<typeof ServiceWindow>
export type UsualHours = z.infer<typeof UsualHours>
export type OwnHours = z.infer<typeof OwnHours>
export type DaySpans = z.infer<typeof Spans>

/** The calendar of a unit: the district's, changed by those above it first and by itself last. */
export function withOwnHours(calendar: WorkCalendar, { overrides, terms, windows }: OwnHours): WorkCalendar {
  const replaced = new Set(windows.map(({ key }) => key))
  return {
    ...calendar,
    overrides: [...calendar.overrides, ...overrides],
    terms: terms.length === 0 ? calendar.terms : terms,
    windows: [...calendar.windows.filter(({ key }) => !replaced.has(key)), ...windows],
  }
}

function isWithinYear({ first, last }: { readonly first: string; readonly last: string }): boolean {
  return dayNumber(last) - dayNumber(first) < 366
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
