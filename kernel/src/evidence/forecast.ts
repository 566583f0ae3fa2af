import type { Combine } from './parts.ts'
import type { RowShape } from './row-shape.ts'
import type { Week } from './weeks.ts'

/** Where the figure will stand at the end of the period if it goes on as it did; in nine cases of ten between low and high. */
export type Forecast =
  | {
      readonly kind: 'forecast'
      readonly value: number
      readonly low: number
      readonly high: number
      /** What is still expected to come: records, hours, 元, as the denominator counts. */
      readonly remaining: number
    }
  /** 样本不足: nothing is guessed. */
  | { readonly kind: 'too-few'; readonly counted: number; readonly needed: number }
  /** The worst single record stands; it can only get worse. */
  | { readonly kind: 'stands'; readonly value: number }
  /** The period is over. */
  | { readonly kind: 'final'; readonly value: number }

export type SoFar = {
  readonly combine: Combine
  readonly shape: RowShape
  readonly weeks: readonly Week[]
  readonly elapsedDays: number
  readonly remainingDays: number
  /** The figure as it stands; null without data. */
  readonly value: number | null
}

const NEEDED_RECORDS = 12
/** Of events that should hardly happen, fewer give no rate. */
const NEEDED_EVENTS = 3
const NEEDED_DAYS = 28
/** Nine cases of ten, both sides. */
const SPREAD = 1.645

export function forecast(soFar: SoFar): Forecast {
  const { combine, value, remainingDays, elapsedDays, weeks } = soFar
  const counted = weeks.reduce((all, week) => all + week.counted, 0)
  if (value === null) return { kind: 'too-few', counted, needed: NEEDED_RECORDS }
  if (remainingDays <= 0) return { kind: 'final', value }
  if (combine === 'maximum' || combine === 'minimum') return { kind: 'stands', value }
  if (combine === 'sum') {
    const few = elapsedDays < NEEDED_DAYS || value < NEEDED_EVENTS
    return few ? { kind: 'too-few', counted, needed: NEEDED_EVENTS } : forecastCount(soFar, value)
  }
  if (counted < NEEDED_RECORDS || elapsedDays < NEEDED_DAYS) return { kind: 'too-few', counted, needed: NEEDED_RECORDS }
  return growsTowardsWhole(soFar.shape) ? forecastWhole(soFar) : forecastRate(soFar)
}

/** Money is paid and plans are carried out against a whole that is known at the beginning. */
function growsTowardsWhole(shape: RowShape): boolean {
  return shape === 'money' || shape === 'plan' || shape === 'milestone'
}

/** Events come as they came: their number varies as its own size, and the rate itself is known no better. */
function forecastCount({ elapsedDays, remainingDays }: SoFar, value: number): Forecast {
  const remaining = (value / elapsedDays) * remainingDays
  const spread = SPREAD * Math.sqrt(remaining * (1 + remainingDays / elapsedDays))
  return {
    kind: 'forecast',
    value: value + remaining,
    low: value + Math.max(0, remaining - spread),
    high: value + remaining + spread,
    remaining,
  }
}

/** What is still to come has the rate of all weeks so far, as sure as these weeks were alike. */
function forecastRate({ weeks, combine, elapsedDays, remainingDays }: SoFar): Forecast {
  const [numerator, denominator] = totals(weeks)
  const rate = numerator / denominator
  const coming = (denominator / elapsedDays) * remainingDays
  const whole = denominator + coming
  const variance = spreadOf(weeks.map((week) => week.numerator - rate * week.denominator))
  const remainingWeeks = remainingDays / 7
  const deviation = Math.sqrt(variance * remainingWeeks * (1 + remainingWeeks / weeks.length))
  const size = combine === 'share' ? 100 : 1
  const at = (expected: number) => (size * (numerator + clamp(expected, combine === 'share' ? coming : null))) / whole
  const expected = rate * coming
  return {
    kind: 'forecast',
    value: at(expected),
    low: at(expected - SPREAD * deviation),
    high: at(expected + SPREAD * deviation),
    remaining: coming,
  }
}

function forecastWhole({ weeks, combine, elapsedDays, remainingDays }: SoFar): Forecast {
  const [numerator, denominator] = totals(weeks)
  const coming = (numerator / elapsedDays) * remainingDays
  const mean = numerator / weeks.length
  const variance = spreadOf(weeks.map((week) => week.numerator - mean))
  const remainingWeeks = remainingDays / 7
  const deviation = Math.sqrt(variance * remainingWeeks * (1 + remainingWeeks / weeks.length))
  const size = combine === 'share' ? 100 : 1
  const at = (expected: number) => (size * (numerator + Math.max(0, expected))) / denominator
  return {
    kind: 'forecast',
    value: at(coming),
    low: at(coming - SPREAD * deviation),
    high: at(coming + SPREAD * deviation),
    remaining: coming,
  }
}

function totals(weeks: readonly Week[]): [number, number] {
  return [weeks.reduce((all, week) => all + week.numerator, 0), weeks.reduce((all, week) => all + week.denominator, 0)]
}

/** Of what each week was off. */
function spreadOf(errors: readonly number[]): number {
  return errors.length < 2 ? 0 : errors.reduce((all, error) => all + error * error, 0) / (errors.length - 1)
}

function clamp(expected: number, most: number | null): number {
  const atLeast = Math.max(0, expected)
  return most === null ? atLeast : Math.min(atLeast, most)
}
