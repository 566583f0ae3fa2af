import { compare, type Decimal, divide, isNegative, isZero, multiply } from '../decimal.ts'
import type { MoneyUnit } from '../form/form-content.ts'
import { type Money, parseMoney } from '../money.ts'
import type { RulePack } from '../rule-pack.ts'
import { fractionSteps, fullPoints, HUNDRED, NO_POINTS, ONE, pointsOf, TWO_PLACES } from './points.ts'
import { step, type Trace, type TraceStep } from './trace.ts'

/** The money of the form as printed, each '' when blank. */
export type BudgetTexts = { readonly initial: string; readonly fullYear: string; readonly executed: string }

export type Execution = {
  /** Percent, two decimals. */
  readonly rate: Decimal | null
  readonly score: Decimal | null
  readonly weight: Decimal
  readonly trace: Trace
  /** What was executed of what, for rules that need the unrounded rate; null when nothing was divided. */
  readonly spent: { readonly executed: Decimal; readonly budget: Decimal } | null
  readonly budgetZero: boolean
}

/** rules.md §3.6 R-EXEC and R-EXEC-BAND: the score comes from the unrounded rate. */
export function scoreExecution(
  { texts, weight, unit }: { texts: BudgetTexts; weight: Decimal; unit: MoneyUnit | null },
  pack: RulePack,
): Execution {
  const [budget, executed] = [parseMoney(texts[pack.execution.base], unit), parseMoney(texts.executed, unit)]
  if (!budget.ok && budget.problem !== 'blank') {
    return unscoredExecution(weight, step('money-unreadable', { amount: texts[pack.execution.base] }))
  }
  if (!executed.ok && executed.problem !== 'blank') {
    return unscoredExecution(weight, step('money-unreadable', { amount: texts.executed }))
  }
  // rules.md §3.5 guard: budget 0 or empty → rate 0 and no division.
  if (!budget.ok || isZero(budget.value.amount)) return withoutBudget(weight)
  if (!executed.ok) return unscoredExecution(weight, step('no-executed'))
  return scoreMoney(budget.value, executed.value, { weight, pack })
}

function scoreMoney(budget: Money, executed: Money, { weight, pack }: { weight: Decimal; pack: RulePack }): Execution {
  if (budget.unit !== executed.unit) return unscoredExecution(weight, step('money-unit-mixed'))
  if (isNegative(budget.amount) || isNegative(executed.amount)) return unscoredExecution(weight, step('money-negative'))
  const spent = { executed: executed.amount, budget: budget.amount }
  const rate = divide(multiply(spent.executed, HUNDRED), spent.budget, TWO_PLACES)
  const said = { executed: executed.printed, budget: budget.printed, rate: `${rate}%` }
  const { method } = pack.execution
  const points = method.kind === 'bands' ? byBand(spent, weight, method.bands) : byRate(spent, weight, said)
  return { rate, score: points.score, weight, trace: points.trace, spent, budgetZero: false }
}

type Scored = { readonly score: Decimal; readonly trace: Trace }
type Spent = { readonly executed: Decimal; readonly budget: Decimal }

function byRate({ executed, budget }: Spent, weight: Decimal, said: Record<string, string>): Scored {
  if (compare(executed, budget) >= 0) {
    const score = fullPoints(weight)
    return { score, trace: { rule: 'R-EXEC', steps: [step('execution-capped', { ...said, score })] } }
  }
  const fraction = { weight, numerator: executed, denominator: budget }
  return { score: pointsOf(fraction), trace: { rule: 'R-EXEC', steps: fractionSteps('execution', said, fraction) } }
}

function byBand(
  { executed, budget }: Spent,
  weight: Decimal,
  bands: readonly { readonly from: Decimal; readonly share: Decimal }[],
): Scored {
  const percent = multiply(executed, HUNDRED)
  const band = bands.find(({ from }) => compare(percent, multiply(from, budget)) >= 0)
  const fraction = { weight, numerator: band?.share ?? NO_POINTS, denominator: ONE }
  const rate = `${divide(percent, budget, TWO_PLACES)}%`
  const said = { rate, from: `${band?.from ?? NO_POINTS}%`, share: fraction.numerator }
  return {
    score: pointsOf(fraction),
    trace: { rule: 'R-EXEC-BAND', steps: fractionSteps('execution-band', said, fraction) },
  }
}

function withoutBudget(weight: Decimal): Execution {
  const trace = { rule: 'R-EXEC' as const, steps: [step('budget-zero')] }
  return { rate: NO_POINTS, score: NO_POINTS, weight, trace, spent: null, budgetZero: true }
}

export function unscoredExecution(weight: Decimal, why: TraceStep): Execution {
  return { rate: null, score: null, weight, trace: { rule: 'R-EXEC', steps: [why] }, spent: null, budgetZero: false }
}
