import { dayNumberOf, weekdayOf } from './day-number.ts'
import type { DayTable } from './day-table.ts'
import type { DaySpans, ServiceWindow } from './work-calendar.ts'

/** Open time in seconds since 1970, the end not included. */
export type OpenSpan = { readonly from: number; readonly to: number }

/** Part of a year in which the clocks of the zone are not turned. */
export type Piece = OpenSpan & { readonly offset: number }

type Hours = { readonly days: DayTable; readonly window: ServiceWindow; readonly pieces: readonly Piece[] }

const DAY = 86_400

/** The open time of a local year, in order and merged where it touches. */
export function yearSpans(year: number, { days, window, pieces }: Hours): OpenSpan[] {
  const merged: { from: number; to: number }[] = []
  for (let day = dayNumberOf(year, 1, 1); day < dayNumberOf(year + 1, 1, 1); day += 1) {
    for (const open of pieces.flatMap((piece) => dayInPiece(spansOfDay(day, days, window), day, piece))) {
      const last = merged.at(-1)
      if (last !== undefined && last.to === open.from) last.to = open.to
      else merged.push({ ...open })
    }
  }
  return merged
}

/** The hours of a day in local time. */
function spansOfDay(day: number, days: DayTable, { days: rule, week, madeUp }: ServiceWindow): DaySpans {
  const usual = week[weekdayOf(day)] ?? []
  if (rule === 'every-day') return usual
  if (rule === 'term-days' && !days.isTerm(day)) return []
  const what = days.kindOf(day)
  switch (what.kind) {
    case 'working':
      return what.own ?? usual
    case 'made-up':
      return what.own ?? madeUp
    case 'holiday':
    case 'rest':
      return []
  }
}

/** Where clocks are turned, a local hour that is skipped never opens and one that comes twice is open twice. */
function dayInPiece(spans: DaySpans, day: number, { from, to, offset }: Piece): OpenSpan[] {
  return spans
    .map((span) => ({
      from: Math.max(from, day * DAY + secondsOf(span.from) - offset),
      to: Math.min(to, day * DAY + secondsOf(span.to) - offset),
    }))
    .filter((open) => open.from < open.to)
}

export function piecesOf(year: number, timeZone: string): Piece[] {
  const start = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone)
  const end = secondsAt(Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 }).toZonedDateTime(timeZone))
  const pieces: Piece[] = []
  for (let at: Temporal.ZonedDateTime | null = start; at !== null && secondsAt(at) < end; ) {
    const next: Temporal.ZonedDateTime | null = at.getTimeZoneTransition('next')
    const to = next === null ? end : Math.min(end, secondsAt(next))
    pieces.push({ from: secondsAt(at), to, offset: at.offsetNanoseconds / 1e9 })
    at = next
  }
  return pieces
}

function secondsAt(at: Temporal.ZonedDateTime): number {
  return at.epochMilliseconds / 1_000
}

function secondsOf(moment: string): number {
  return Number(moment.slice(0, 2)) * 3_600 + Number(moment.slice(3, 5)) * 60
}
