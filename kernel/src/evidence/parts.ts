import {
  type Decimal,
  decimal,
  divide,
  isZero,
  maximum,
  minimum,
  multiply,
  normalize,
  round,
  sum,
  ZERO,
} from '../decimal.ts'
import type { Strength } from './row-shape.ts'

/**
 * How the records of a measure become one figure. `share`: percent of what counted for it among all · `mean`: the sum
 * over how many · `sum`: of the numerators, a count where each is 1 · `maximum` and `minimum`: the worst or the least single record.
 */
export type Combine = 'share' | 'mean' | 'sum' | 'maximum' | 'minimum'

export type Strengths = Readonly<Record<Strength, number>>

/** What a day or a year of records adds up to. Kept apart to the last step, so that days put together are the year. */
export type Parts = {
  readonly numerator: Decimal
  readonly denominator: Decimal
  /** Largest and smallest numerator of a single record; null without records. */
  readonly largest: Decimal | null
  readonly smallest: Decimal | null
  /** Records that counted. */
  readonly counted: number
  /** Of these, entered later than they happened. */
  readonly late: number
  /** Of these, how many prove how strongly, A to D. */
  readonly strengths: Strengths
  /** How many were left out, by reason. */
  readonly excluded: Readonly<Record<string, number>>
}

export const NO_PARTS: Parts = {
  numerator: ZERO,
  denominator: ZERO,
  largest: null,
  smallest: null,
  counted: 0,
  late: 0,
  strengths: { A: 0, B: 0, C: 0, D: 0 },
  excluded: {},
}

export function addParts(one: Parts, other: Parts): Parts {
  return sumParts([one, other])
}

export function sumParts(given: readonly Parts[]): Parts {
  const all = given.filter((parts) => parts !== NO_PARTS)
  const [first = NO_PARTS] = all
  if (all.length < 2) return first
  const strengths = { A: 0, B: 0, C: 0, D: 0 }
  const excluded: Record<string, number> = {}
  let [counted, late] = [0, 0]
  let { largest, smallest } = NO_PARTS
  for (const parts of all) {
    counted += parts.counted
    late += parts.late
    largest = pick(largest, parts.largest, maximum)
    smallest = pick(smallest, parts.smallest, minimum)
    for (const strength of STRENGTHS) strengths[strength] += parts.strengths[strength]
    for (const reason in parts.excluded) excluded[reason] = (excluded[reason] ?? 0) + (parts.excluded[reason] ?? 0)
  }
  const numerator = sum(all.map((parts) => parts.numerator))
  const denominator = sum(all.map((parts) => parts.denominator))
  return { numerator, denominator, largest, smallest, counted, late, strengths, excluded }
}

const STRENGTHS = ['A', 'B', 'C', 'D'] as const satisfies readonly Strength[]

function pick(one: Decimal | null, other: Decimal | null, choose: (a: Decimal, b: Decimal) => Decimal): Decimal | null {
  if (one === null || other === null) return one ?? other
  return choose(one, other)
}

const HUNDRED = decimal('100')

/**
 * The figure, to `scale` digits, half up (四舍五入), and a worst or least record never to its own advantage: eight hours
 * and some seconds stay over eight. null is no data, which is never zero. A sum without records is no
 * data too: whoever keeps a register says whether nothing happened or nothing was written down (rules.md §4.8).
 */
export function figureOf(parts: Parts, combine: Combine, scale: number): Decimal | null {
  if (parts.counted === 0) return null
  switch (combine) {
    case 'share':
    case 'mean': {
      if (isZero(parts.denominator)) return null
      const dividend = combine === 'share' ? multiply(parts.numerator, HUNDRED) : parts.numerator
      return divide(dividend, parts.denominator, { scale, rounding: 'half-up' })
    }
    case 'sum':
      return parts.numerator
    case 'maximum':
      return parts.largest && recordFigure(parts.largest, combine, scale)
    case 'minimum':
      return parts.smallest && recordFigure(parts.smallest, combine, scale)
  }
}

/** What one record says, in the digits of the figure where the figure is one of them: the longest reads in both places alike. */
export function recordFigure(numerator: Decimal, combine: Combine, scale: number): Decimal {
  if (combine === 'maximum') return round(numerator, { scale, rounding: 'up' })
  if (combine === 'minimum') return round(numerator, { scale, rounding: 'down' })
  return normalize(numerator)
}

/** Whether the figure is numerator over denominator. */
export function isQuotient(combine: Combine): boolean {
  return combine === 'share' || combine === 'mean'
}

/** What explains the figure when it is numerator over denominator; a worst record or a count is explained by itself. */
export function quotientOf({ numerator, denominator }: Parts, combine: Combine) {
  return {
    numerator: isQuotient(combine) ? normalize(numerator) : null,
    denominator: isQuotient(combine) ? normalize(denominator) : null,
  }
}
