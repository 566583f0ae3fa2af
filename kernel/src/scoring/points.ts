import { compare, type Decimal, decimal, divide, maximum, minimum, multiply, round } from '../decimal.ts'
import type { WordingParameters } from '../wording.ts'
import { type RuleId, step, type TraceCode, type TraceStep } from './trace.ts'

/** Points a rule gives, two decimals, with the steps that led there. */
export type Points = { readonly score: Decimal; readonly rule: RuleId; readonly steps: readonly TraceStep[] }

/** weight × numerator ÷ denominator; the denominator is positive. */
export type Fraction = { readonly weight: Decimal; readonly numerator: Decimal; readonly denominator: Decimal }

export const ONE: Decimal = decimal('1')
export const HUNDRED: Decimal = decimal('100')
export const NO_POINTS: Decimal = decimal('0.00')
export const TWO_PLACES = { scale: 2, rounding: 'half-up' } as const

/** rules.md §3.6: half up to two decimals from the exact fraction, 0 ≤ score ≤ weight. */
export function pointsOf({ weight, numerator, denominator }: Fraction): Decimal {
  const earned = divide(multiply(weight, numerator), denominator, TWO_PLACES)
  return maximum(NO_POINTS, minimum(earned, fullPoints(weight)))
}

export function fullPoints(weight: Decimal): Decimal {
  return round(weight, TWO_PLACES)
}

/** The step that divides, and a second one when rounding changed the figure. */
export function fractionSteps(code: TraceCode, parameters: WordingParameters, fraction: Fraction): TraceStep[] {
  const exact = shown(fraction)
  const score = pointsOf(fraction)
  const said = step(code, { ...parameters, weight: fraction.weight, exact })
  return exact === score ? [said] : [said, step('rounded', { score })]
}

function shown({ weight, numerator, denominator }: Fraction): string {
  const product = multiply(weight, numerator)
  const digits = divide(product, denominator, { scale: 6, rounding: 'down' })
  const exact = compare(multiply(digits, denominator), product) === 0
  return exact ? digits.replace(/^(-?\d+\.\d\d)(\d*?)0*$/, '$1$2') : `${digits}…`
}
