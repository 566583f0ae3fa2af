import { add, compare, type Decimal, divide, isNegative, isZero, multiply, subtract } from '../decimal.ts'
import type { ScoringRules } from '../rule-pack.ts'
import type { Operator } from '../target/target.ts'
import { fractionSteps, fullPoints, HUNDRED, NO_POINTS, type Points, pointsOf, TWO_PLACES } from './points.ts'
import { type RuleId, step, type TraceCode } from './trace.ts'

/** A promised bound and the number reached, both in `unit`. */
export type Bound = {
  readonly operator: Operator
  readonly target: Decimal
  readonly actual: Decimal
  readonly weight: Decimal
  readonly unit: string | null
}

const SIGNS: Readonly<Record<Operator, string>> = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '' }

/** The rule of the pack that a bound falls under, and its points (rules.md §3.6). */
export function scoreBound(bound: Bound, rules: ScoringRules): Points {
  switch (bound.operator) {
    case 'ge':
    case 'gt':
      return scorePositive(bound, rules, 'R-POS')
    case 'le':
    case 'lt':
      return isZero(bound.target) ? scoreZero(bound) : scoreNegative(bound, rules.negative.method)
    case 'eq':
      return isZero(bound.target) ? scoreZero(bound) : scorePositive(bound, rules, 'R-EQ')
  }
}

/** Whether the promise is kept to the letter: > and < leave the bound itself out; more than = is kept too (R-EQ). */
export function keepsBound({ operator, target, actual }: Pick<Bound, 'operator' | 'target' | 'actual'>): boolean {
  const order = compare(actual, target)
  switch (operator) {
    case 'ge':
      return order >= 0
    case 'gt':
      return order > 0
    case 'le':
      return order <= 0
    case 'lt':
      return order < 0
    case 'eq':
      return isZero(target) ? order <= 0 : order >= 0
  }
}

export function withUnit(value: Decimal, unit: string | null): string {
  return `${value}${unit ?? ''}`
}

/** Kept or not, with nothing between. */
export function scoreAllOrNothing(bound: Bound, rule: RuleId): Points {
  const said = sayBound(bound)
  if (!keepsBound(bound)) return { score: NO_POINTS, rule, steps: [step('all-or-nothing', said)] }
  return full(bound, rule, bound.operator === 'le' || bound.operator === 'lt' ? 'within-limit' : 'met')
}

function scorePositive(bound: Bound, { positive }: ScoringRules, proportional: 'R-POS' | 'R-EQ'): Points {
  const rule = positive.method === 'gate' ? 'R-POS-GATE' : proportional
  const { actual, target, weight } = bound
  // What reaches a strict bound to the letter has the whole ratio; > 0 has none, so that 0 does not meet it.
  const reached = compare(actual, target) >= 0 && (keepsBound(bound) || !isZero(target))
  if (reached) return full(bound, rule, 'met')
  // A target of 0 or less has no ratio: what misses it earns nothing.
  if (isZero(target) || isNegative(target)) return nothing(bound, rule, 'no-ratio')
  if (positive.method === 'gate') return scoreAboveGate(bound, positive.passLine)
  const fraction = { weight, numerator: actual, denominator: target }
  const steps = fractionSteps('ratio', { ...sayBound(bound), target: withUnit(target, bound.unit) }, fraction)
  return { score: pointsOf(fraction), rule, steps }
}

function scoreAboveGate({ actual, target, weight }: Bound, passLine: Decimal): Points {
  const percent = multiply(actual, HUNDRED)
  const shown = { rate: `${divide(percent, target, TWO_PLACES)}%`, passLine: `${passLine}%` }
  const above = subtract(percent, multiply(passLine, target))
  if (isNegative(above)) return { score: NO_POINTS, rule: 'R-POS-GATE', steps: [step('below-gate', shown)] }
  const fraction = { weight, numerator: above, denominator: multiply(target, subtract(HUNDRED, passLine)) }
  return { score: pointsOf(fraction), rule: 'R-POS-GATE', steps: fractionSteps('gate', shown, fraction) }
}

function scoreZero(bound: Bound): Points {
  const missed = compare(bound.actual, bound.target) > 0
  return missed ? nothing(bound, 'R-ZERO', 'zero-missed') : full(bound, 'R-ZERO', 'zero-met')
}

function scoreNegative(bound: Bound, method: 'linear' | 'ratio'): Points {
  const { actual, target, weight, unit } = bound
  const rule = method === 'linear' ? 'R-NEG-LIN' : 'R-NEG-RATIO'
  if (compare(actual, target) <= 0) return full(bound, rule, 'within-limit')
  if (isNegative(target)) return nothing(bound, rule, 'no-ratio')
  const double = add(target, target)
  if (method === 'linear' && compare(actual, double) >= 0) return nothing(bound, rule, 'over-double')
  const said = { actual: withUnit(actual, unit), target: withUnit(target, unit) }
  const fraction =
    method === 'linear'
      ? { weight, numerator: subtract(double, actual), denominator: target }
      : { weight, numerator: target, denominator: actual }
  const steps = fractionSteps(method === 'linear' ? 'over-linear' : 'over-ratio', said, fraction)
  return { score: pointsOf(fraction), rule, steps }
}

function full(bound: Bound, rule: RuleId, code: TraceCode): Points {
  const score = fullPoints(bound.weight)
  return { score, rule, steps: [step(code, { ...sayBound(bound), score })] }
}

function nothing(bound: Bound, rule: RuleId, code: TraceCode): Points {
  return { score: NO_POINTS, rule, steps: [step(code, sayBound(bound))] }
}

function sayBound({ operator, target, actual, unit }: Bound): { actual: string; target: string } {
  return { actual: withUnit(actual, unit), target: `${SIGNS[operator]}${withUnit(target, unit)}` }
}
