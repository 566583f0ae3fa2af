import {
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  minimum,
  multiply,
  normalize,
  round,
  subtract,
} from '../../decimal.ts'
import type { TemplateCheck } from '../../form/form-template.ts'
import { amountAt } from '../form-amount.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { amountOf, type LintInput } from '../lint-input.ts'

const HUNDRED = decimal('100')
const DEFAULT_WEIGHT = decimal('10')
/** rules.md §3.6 R-WARN: yellow when more than a fifth stays unspent. */
const UNSPENT_LIMIT = decimal('20')
/** Enough digits that a rounding to two decimals never sees the cut. */
const EXACT_SCALE = 12

/** rules.md §3.6 R-EXEC and R-WARN: the rate over the full-year budget, the score from the unrounded rate. */
export function execution(input: LintInput): LintFinding[] {
  return (input.template?.checks ?? []).flatMap((check) => (check.kind === 'execution' ? spending(input, check) : []))
}

function spending(input: LintInput, check: Extract<TemplateCheck, { kind: 'execution' }>): LintFinding[] {
  const [executed, budget] = [amountAt(input.form, check.executed), amountAt(input.form, check.budget)]
  if (executed === null || budget === null) return []
  if (isZero(budget)) return [finding('budget-zero', check.budget)]
  const rate = divide(multiply(executed, HUNDRED), budget, { scale: EXACT_SCALE, rounding: 'half-up' })
  const amounts = { executed: normalize(executed), budget: normalize(budget) }
  return [
    ...printedRate(input, check.rate, rate),
    ...printedScore(input, executed, budget),
    ...(compare(rate, HUNDRED) > 0 ? [finding('execution-over-budget', check.executed, amounts)] : []),
    ...unspent(check.executed, rate, amounts),
  ]
}

function printedRate({ form }: LintInput, address: string, rate: Decimal): LintFinding[] {
  const printed = amountAt(form, address)
  if (printed === null) return []
  const computed = round(rate, { scale: 2, rounding: 'half-up' })
  // Some sheets keep the rate as a share of one.
  const asShare = round(divide(rate, HUNDRED, { scale: EXACT_SCALE, rounding: 'half-up' }), {
    scale: 4,
    rounding: 'half-up',
  })
  if (compare(printed, computed) === 0 || compare(printed, asShare) === 0) return []
  return [finding('execution-rate-differs', address, { printed: normalize(printed), computed })]
}

function printedScore(input: LintInput, executed: Decimal, budget: Decimal): LintFinding[] {
  const printed = amountOf(input, 'executionScore')
  if (printed === null) return []
  const weight = amountOf(input, 'executionWeight')?.amount ?? DEFAULT_WEIGHT
  const proportional = divide(multiply(weight, executed), budget, { scale: 2, rounding: 'half-up' })
  const computed = minimum(weight, proportional)
  if (compare(printed.amount, computed) === 0) return []
  const parameters = { printed: normalize(printed.amount), computed: normalize(computed), weight: normalize(weight) }
  return [finding('execution-score-differs', printed.where, parameters)]
}

function unspent(where: string, rate: Decimal, amounts: { executed: string; budget: string }): LintFinding[] {
  const left = round(subtract(HUNDRED, rate), { scale: 2, rounding: 'half-up' })
  return compare(left, UNSPENT_LIMIT) > 0
    ? [finding('budget-unspent', where, { unspent: normalize(left), ...amounts })]
    : []
}
