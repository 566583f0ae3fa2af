import { compare, type Decimal } from '../decimal.ts'
import type { ScoringRules } from '../rule-pack.ts'
import { fullPoints, type Points } from './points.ts'
import { scoreBound, withUnit } from './score-bound.ts'
import { step } from './trace.ts'

/** Both ends of the range belong to it. */
export type Range = {
  readonly lower: Decimal
  readonly upper: Decimal
  readonly actual: Decimal
  readonly weight: Decimal
  readonly unit: string | null
}

/** Inside full; outside the nearer bound counts: below it like ≥ lower, above it like ≤ upper. */
export function scoreRange({ lower, upper, actual, weight, unit }: Range, rules: ScoringRules): Points {
  if (compare(actual, lower) < 0) {
    return scoreBound({ operator: 'ge', target: lower, actual, weight, unit }, rules)
  }
  if (compare(actual, upper) > 0) {
    return scoreBound({ operator: 'le', target: upper, actual, weight, unit }, rules)
  }
  const score = fullPoints(weight)
  const [said, from, to] = [actual, lower, upper].map((value) => withUnit(value, unit))
  const parameters = { actual: said ?? '', lower: from ?? '', upper: to ?? '', score }
  return { score, rule: 'R-RANGE', steps: [step('inside', parameters)] }
}
