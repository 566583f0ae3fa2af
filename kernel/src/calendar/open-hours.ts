import { type DayTable, dayTable } from './day-table.ts'
import type { ServiceWindow, WorkCalendar } from './work-calendar.ts'
import { type OpenSpan, type Piece, piecesOf, yearSpans } from './year-spans.ts'

/**
 * The hours of one window of a calendar. Moments are whole seconds since 1970, lengths are seconds. A year is worked
 * out once, when first asked for, so a wait of years costs no more than one of days.
 */
export type OpenHours = {
  readonly calendar: WorkCalendar
  readonly window: ServiceWindow
  readonly days: DayTable
  /** Open seconds from one moment to a later one; 0 when it is not later. */
  readonly between: (from: number, to: number) => number
  /** The open spans between two moments, cut off at both. */
  readonly spansBetween: (from: number, to: number) => OpenSpan[]
  /** The first moment by which so many seconds were open; the start itself for 0, null when that never happens. */
  readonly add: (start: number, seconds: number) => number | null
  /** The moment itself while open, otherwise the next opening; null when it never opens again. */
  readonly nextOpening: (at: number) => number | null
  /** The local day of a moment, as days since 1970, and its year. */
  readonly dayAt: (at: number) => { readonly day: number; readonly year: number }
}

/** Open time of a year, with the seconds open before each of its spans. */
type Block = {
  readonly pieces: readonly Piece[]
  readonly spans: readonly OpenSpan[]
  readonly before: readonly number[]
}
type BlockOf = (year: number) => Block

/** Nobody waits longer for an office that does not open. */
const YEARS_AHEAD = 100

const worked = new WeakMap<WorkCalendar, Map<string, OpenHours | null>>()

/** Null when the calendar has no window of that key. A calendar never changes, so its years are worked out once. */
export function openHours(calendar: WorkCalendar, key: string): OpenHours | null {
  const windows = worked.get(calendar) ?? new Map<string, OpenHours | null>()
  worked.set(calendar, windows)
  const known = windows.get(key)
  if (known !== undefined) return known
  const made = workOut(calendar, key)
  windows.set(key, made)
  return made
}

function workOut(calendar: WorkCalendar, key: string): OpenHours | null {
  const window = calendar.windows.find((one) => one.key === key)
  if (window === undefined) return null
  const days = dayTable(calendar)
  const blocks = new Map<number, Block>()

  const blockOf = (year: number): Block => {
    const known = blocks.get(year)
    if (known !== undefined) return known
    const pieces = piecesOf(year, calendar.timeZone)
    const made = { pieces, ...withSums(yearSpans(year, { days, window, pieces })) }
    blocks.set(year, made)
    return made
  }
  const add = (start: number, seconds: number) => addOpen(blockOf, start, seconds)
  return {
    calendar,
    window,
    days,
    between: (from, to) => openBetween(blockOf, from, to),
    spansBetween: (from, to) => spansBetween(blockOf, from, to),
    add,
    nextOpening: (at) => {
      const firstSecond = add(at, 1)
      return firstSecond === null ? null : firstSecond - 1
    },
    dayAt: (at) => localDay(blockOf, at),
  }
}

function withSums(spans: readonly OpenSpan[]): Omit<Block, 'pieces'> {
  let open = 0
  const before = spans.map(({ from, to }) => {
    open += to - from
    return open - (to - from)
  })
  return { spans, before }
}

function openBetween(blockOf: BlockOf, from: number, to: number): number {
  if (to <= from) return 0
  return yearsOf(from, to).reduce((sum, year) => {
    const block = blockOf(year)
    return sum + openBefore(block, to) - openBefore(block, from)
  }, 0)
}

function addOpen(blockOf: BlockOf, start: number, seconds: number): number | null {
  if (seconds <= 0) return start
  let left = seconds
  const last = lastYearOf(start + YEARS_AHEAD * AVERAGE_YEAR)
  for (let year = firstYearOf(start); year <= last; year += 1) {
    const block = blockOf(year)
    const passed = openBefore(block, start)
    const open = openBefore(block, Number.POSITIVE_INFINITY) - passed
    if (open >= left) return momentOf(block, passed + left)
    left -= open
  }
  return null
}

function spansBetween(blockOf: BlockOf, from: number, to: number): OpenSpan[] {
  if (to <= from) return []
  const found: { from: number; to: number }[] = []
  for (const year of yearsOf(from, to)) {
    const { spans } = blockOf(year)
    for (let index = Math.max(0, lastStartingBy(spans, from)); index < spans.length; index += 1) {
      const span = spans[index]
      if (span === undefined || span.from >= to) break
      const open = { from: Math.max(from, span.from), to: Math.min(to, span.to) }
      const last = found.at(-1)
      if (last !== undefined && last.to === open.from) last.to = open.to
      else if (open.from < open.to) found.push(open)
    }
  }
  return found
}

function localDay(blockOf: BlockOf, at: number): { day: number; year: number } {
  for (let year = firstYearOf(at); year <= lastYearOf(at); year += 1) {
    const piece = blockOf(year).pieces.find(({ from, to }) => from <= at && at < to)
    if (piece !== undefined) return { day: Math.floor((at + piece.offset) / DAY), year }
  }
  throw new RangeError(`no local day at ${at}`)
}

/** Open seconds of the block before a moment. */
function openBefore({ spans, before }: Block, at: number): number {
  const index = lastStartingBy(spans, at)
  const span = spans[index]
  return span === undefined ? 0 : (before[index] ?? 0) + Math.min(at, span.to) - span.from
}

/** The moment at which so many seconds of the block, more than none, were open. */
function momentOf({ spans, before }: Block, seconds: number): number {
  const index = lastWhere(spans.length, (at) => (before[at] ?? 0) < seconds)
  return (spans[index]?.from ?? 0) + seconds - (before[index] ?? 0)
}

function lastStartingBy(spans: readonly OpenSpan[], at: number): number {
  return lastWhere(spans.length, (index) => (spans[index]?.from ?? 0) <= at)
}

/** The last index that fits, when all that fit come first; -1 when none does. */
function lastWhere(length: number, fits: (index: number) => boolean): number {
  let low = -1
  let high = length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

const DAY = 86_400
const AVERAGE_YEAR = 31_556_952

/** Every local year that may touch the time between, in any zone. */
function yearsOf(from: number, to: number): number[] {
  const years: number[] = []
  for (let year = firstYearOf(from); year <= lastYearOf(to); year += 1) years.push(year)
  return years
}

function firstYearOf(at: number): number {
  return Math.floor(at / AVERAGE_YEAR) + 1969
}

function lastYearOf(at: number): number {
  return Math.floor(at / AVERAGE_YEAR) + 1971
}
