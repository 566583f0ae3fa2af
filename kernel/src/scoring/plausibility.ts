import { compare, type Decimal, isZero, multiply, subtract } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import { HUNDRED, ONE } from './points.ts'
import type { Execution } from './score-execution.ts'

/** The indicators of a form in points and weight, without the execution row. */
export type Indicators = { readonly score: Decimal; readonly weight: Decimal }

/**
 * rules.md §3.6 R-WARN, multiplied out so that nothing is divided: red when the indicators score more than the limit
 * above the unrounded execution, yellow when the budget is zero or too much of it is unspent.
 */
export function plausibility(
  execution: Execution,
  { score, weight }: Indicators,
  { redAbove, yellowUnspentAbove }: RulePack['plausibility'],
): 'red' | 'yellow' | null {
  if (execution.budgetZero) return 'yellow'
  if (execution.spent === null) return null
  const { executed, budget } = execution.spent
  const capped = compare(executed, budget) > 0 ? budget : executed
  const allowed = multiply(multiply(score, subtract(ONE, redAbove)), budget)
  if (!isZero(weight) && compare(allowed, multiply(capped, weight)) > 0) return 'red'
  const unspent = multiply(subtract(budget, executed), HUNDRED)
  return compare(unspent, multiply(multiply(yellowUnspentAbove, HUNDRED), budget)) > 0 ? 'yellow' : null
}
