import { compare, type Decimal, divide, isNegative, isZero, multiply, subtract } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import { ONE, type Points, pointsOf, TWO_PLACES } from './points.ts'
import type { Bound } from './score-bound.ts'
import { step } from './trace.ts'

export type OverAchieved = {
  readonly points: Points
  readonly needsReason: boolean
  readonly said: { readonly ratio: string; readonly from: string }
}

/**
 * rules.md §3.6 R-OVER: from a ratio on the unit must explain itself, and where the place has a reducing table the
 * points shrink by it. Only what should be large can be over-achieved.
 */
export function withoutOverAchievement(points: Points, bound: Bound, rule: RulePack['overAchievement']): OverAchieved {
  const upwards =
    bound.operator !== 'le' && bound.operator !== 'lt' && !isZero(bound.target) && !isNegative(bound.target)
  const ratio = upwards ? divide(bound.actual, bound.target, TWO_PLACES) : '0'
  const said = { ratio, from: rule.reasonFromRatio }
  if (!upwards) return { points, needsReason: false, said }
  const reaches = (from: Decimal): boolean => compare(bound.actual, multiply(from, bound.target)) >= 0
  const reduction = rule.reductions
    .filter(({ fromRatio }) => reaches(fromRatio))
    .reduce<Decimal | null>((most, { share }) => (most === null || compare(share, most) > 0 ? share : most), null)
  if (reduction === null) return { points, needsReason: reaches(rule.reasonFromRatio), said }
  const score = pointsOf({ weight: bound.weight, numerator: subtract(ONE, reduction), denominator: ONE })
  const steps = [...points.steps, step('reduced', { ratio, share: reduction, score })]
  return { points: { ...points, score, steps }, needsReason: reaches(rule.reasonFromRatio), said }
}
