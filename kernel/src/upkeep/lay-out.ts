import { dayNumber, dayNumberOf, dayText, weekdayOf } from '../calendar/day-number.ts'
import { addWorkingDays, type DayTable } from '../calendar/day-table.ts'
import type { DayWindow, Frequency, Span } from './frequency.ts'
import type { Bounds } from './phase.ts'

/** One time something is due. `day` and `lastDay` are what it is about: a report of May is due in June. */
export type Laid = Bounds & { readonly day: string; readonly lastDay: string; readonly slot: number }

export type Plan = {
  readonly frequency: Frequency
  /** First days of the office laid out, both included; parts that meet lay out what the whole would. */
  readonly from: string
  readonly until: string
  /** The last day of the plan: a span that it cuts is not promised. */
  readonly endsOn: string | null
  /** How long after the time is up it may still be done, late. */
  readonly graceHours: number
}

type LayOutCalendar = { readonly days: DayTable; readonly timeZone: string }

/** Every time of the plan that begins within the days, in order; the same plan and calendar give the same rows. */
export function layOut(plan: Plan, { days, timeZone }: LayOutCalendar): Laid[] {
  const { frequency, from, until, endsOn, graceHours } = plan
  const [first, last] = [dayNumber(from), dayNumber(until)]
  const instantOf = clockOf(timeZone)
  const bounded = (opensAt: Temporal.Instant, dueAt: Temporal.Instant): Bounds => ({
    opensAt,
    dueAt,
    closesAt: dueAt.add({ hours: graceHours }),
  })
  if (frequency.kind === 'windows') {
    return daysBetween(first, last)
      .filter((day) => frequency.days === 'every-day' || days.isWorking(day))
      .flatMap((day) =>
        frequency.windows.map((window, slot) => {
          const text = dayText(day)
          return {
            day: text,
            lastDay: text,
            slot,
            ...bounded(instantOf(day, window.from), endOf(day, window, instantOf)),
          }
        }),
      )
  }
  const about = spansBetween(frequency.every, first, last)
    .filter((span) => endsOn === null || span.last <= dayNumber(endsOn))
    .map((span) => ({
      ...span,
      texts: { day: dayText(span.first), lastDay: dayText(span.last), slot: 0 },
    }))
  if (frequency.kind === 'within') {
    return about.map((span) => ({
      ...span.texts,
      ...bounded(instantOf(span.first, '00:00'), instantOf(span.last + 1, '00:00')),
    }))
  }
  return about
    .filter((span) => frequency.every !== 'day' || frequency.days === 'every-day' || days.isWorking(span.first))
    .map((span) => {
      const due = dayNumber(addWorkingDays(days, span.texts.lastDay, frequency.workingDays) ?? span.texts.lastDay)
      return { ...span.texts, ...bounded(instantOf(span.last, '00:00'), instantOf(due + 1, '00:00')) }
    })
}

type InstantOf = (day: number, time: string) => Temporal.Instant

function clockOf(timeZone: string): InstantOf {
  return (day, time) => Temporal.PlainDate.from(dayText(day)).toZonedDateTime({ timeZone, plainTime: time }).toInstant()
}

function endOf(day: number, { from, to }: DayWindow, instantOf: InstantOf): Temporal.Instant {
  if (to === '24:00') return instantOf(day + 1, '00:00')
  return instantOf(to > from ? day : day + 1, to)
}

function daysBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Whole spans that begin within the days: half a month promises no meeting of that month. */
function spansBetween(every: Span, first: number, last: number): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = []
  for (let start = startOf(every, first); ; ) {
    const next = nextStart(every, start)
    if (start > last) return spans
    if (start >= first) spans.push({ first: start, last: next - 1 })
    start = next
  }
}

const MONTHS: Readonly<Record<Exclude<Span, 'day' | 'week'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

function startOf(every: Span, day: number): number {
  if (every === 'day') return day
  if (every === 'week') return day - weekdayOf(day)
  const { year, month } = Temporal.PlainDate.from(dayText(day))
  const months = MONTHS[every]
  return dayNumberOf(year, month - ((month - 1) % months), 1)
}

function nextStart(every: Span, start: number): number {
  if (every === 'day') return start + 1
  if (every === 'week') return start + 7
  const { year, month } = Temporal.PlainDate.from(dayText(start))
  return dayNumberOf(year, month + MONTHS[every], 1)
}
