import { dayNumber } from '../calendar/day-number.ts'
import { type Decimal, decimal, isNegative, ZERO } from '../decimal.ts'
import type { Target } from '../target/target.ts'
import { type BoundReading, boundOf } from './bound.ts'
import { type Forecast, forecast } from './forecast.ts'
import { type Headroom, headroom } from './headroom.ts'
import { type Judgement, judgeReading } from './judge-reading.ts'
import { addParts, type Combine, figureOf, NO_PARTS, type Parts, sumParts } from './parts.ts'
import type { RowShape } from './row-shape.ts'
import { weeksOf } from './weeks.ts'

export type MeasureKind = {
  readonly combine: Combine
  readonly shape: RowShape
  readonly unit: string
  readonly scale: number
  /** Which way money goes in a measure of money: out as payments, or in as appropriations. */
  readonly money?: 'paid' | 'received'
  readonly partsIn?: 'seconds'
}

export type RowToAssess = {
  readonly target: Target
  readonly measure: MeasureKind
  readonly value: Decimal | null
  /** The same figure of the year before, for a target that compares with it. */
  readonly lastYear?: Decimal | null
  /** What the figure is made of. */
  readonly parts: Parts
  /** The same by day, or by the first day of a week. */
  readonly days: ReadonlyMap<string, Parts>
  /** First and last day of the promise, `YYYY-MM-DD`. */
  readonly period: { readonly from: string; readonly until: string }
  readonly today: string
}

export type Assessment = Judgement & {
  readonly bound: BoundReading
  readonly parts: Parts
  readonly forecast: Forecast
  readonly headroom: Headroom | null
  /** January first; null in months without a figure and in those to come. */
  readonly months: readonly (Decimal | null)[]
}

/** Everything a row tells beside its figure. */
export function assessRow(row: RowToAssess): Assessment {
  const { measure, value, parts, days, period, today } = row
  const now = today < period.until ? today : period.until
  const elapsedDays = daysBetween(period.from, now) + 1
  const soFar = {
    ...measure,
    weeks: weeksOf(days, period.from, now),
    elapsedDays,
    remainingDays: daysBetween(now, period.until),
    value: value === null ? null : Number(value),
  }
  const expected = forecast(soFar)
  const bound = boundOf(row.target, measure, row.lastYear ?? null)
  const months = monthsOf(days, measure, { now, denominator: parts.denominator })
  const known = { bound, parts, forecast: expected, months }
  if (bound.kind === 'none') {
    return { ...known, headroom: null, light: 'not-begun', reason: value === null ? 'no-data' : 'holds' }
  }
  const coming = expected.kind === 'forecast' ? decimal(Math.round(expected.remaining)) : null
  const left =
    value === null ? null : headroom({ ...measure, bound: bound.bound, parts, coming: asNonNegative(coming) })
  const judged = judgeReading({
    bound: bound.bound,
    value,
    forecast: expected,
    cannotImprove: cannotImprove(measure.combine, bound.bound.operator),
    statedPercent: parts.counted === 0 ? 0 : (100 * parts.strengths.D) / parts.counted,
  })
  return { ...known, ...judged, headroom: left }
}

function asNonNegative(value: Decimal | null): Decimal | null {
  return value !== null && isNegative(value) ? ZERO : value
}

function cannotImprove(combine: Combine, operator: string): boolean {
  const isUpper = operator === 'le' || operator === 'lt'
  return isUpper ? combine === 'sum' || combine === 'maximum' : combine === 'minimum'
}

type Whole = { readonly now: string; readonly denominator: Decimal }

/** The figure of each month by itself; of money and plans as it grew. */
function monthsOf(
  days: ReadonlyMap<string, Parts>,
  { combine, shape, scale }: MeasureKind,
  { now, denominator }: Whole,
) {
  const grows = shape === 'money' || shape === 'plan' || shape === 'milestone'
  const last = Number(now.slice(5, 7))
  const byMonth = Map.groupBy(days, ([day]) => Number(day.slice(5, 7)))
  let grown = NO_PARTS
  return Array.from({ length: 12 }, (_, at) => {
    const month = at + 1
    if (month > last) return null
    const parts = sumParts((byMonth.get(month) ?? []).map(([, some]) => some))
    if (!grows) return figureOf(parts, combine, scale)
    grown = addParts(grown, parts)
    return figureOf({ ...grown, denominator }, combine, scale)
  })
}

function daysBetween(from: string, until: string): number {
  return dayNumber(until) - dayNumber(from)
}
