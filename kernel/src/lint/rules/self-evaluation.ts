import { add, compare, type Decimal, decimal, isZero, normalize, sum } from '../../decimal.ts'
import type { IndicatorRow } from '../../form/form-content.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { amountOf, type LintInput } from '../lint-input.ts'

const HUNDRED = decimal('100')
const DEFAULT_EXECUTION_WEIGHT = decimal('10')
/** rules.md §3.3 适当性: one row above 25 points. */
const CONCENTRATED = decimal('25')
const FEWEST_ROWS = 3

/** Weights, scores and totals of a self-evaluation; rules.md §3.6 R-TOTAL, R-REASON. */
export function selfEvaluation(input: LintInput): LintFinding[] {
  const { form } = input
  if (form.stage !== 'self-evaluation') return concentrated(form.indicators)
  return [
    ...form.indicators.flatMap((row, index) => ofRow(input, row, index)),
    ...concentrated(form.indicators),
    ...weightsAddUp(input),
    ...scoresAddUp(input),
    ...allFull(form.indicators),
  ]
}

function ofRow({ targets }: LintInput, row: IndicatorRow, index: number): LintFinding[] {
  const where = `indicators[${index}]`
  const { weight, score } = row
  const name = row.level3
  if (targets[index]?.kind === 'none') return []
  if (weight === null) return [finding('weight-missing', `${where}.weight`, { name })]
  if (score === null) return [finding('score-missing', `${where}.score`, { name, weight })]
  if (compare(score, weight) > 0) return [finding('score-above-weight', `${where}.score`, { name, score, weight })]
  const unexplained = compare(score, weight) < 0 && (row.reason ?? '').trim() === ''
  return unexplained ? [finding('reason-missing', `${where}.reason`, { name, score, weight })] : []
}

/** A004-A-4: 平台使用率 carries all 30 points. */
function concentrated(rows: readonly IndicatorRow[]): LintFinding[] {
  return rows.flatMap(({ weight, level3 }, index) =>
    weight !== null && compare(weight, CONCENTRATED) > 0
      ? [finding('weight-concentrated', `indicators[${index}].weight`, { name: level3, weight, limit: CONCENTRATED })]
      : [],
  )
}

function weightsAddUp(input: LintInput): LintFinding[] {
  const { form } = input
  const weights = form.indicators.map(({ weight }) => weight).filter((weight) => weight !== null)
  if (weights.length === 0) return []
  const total = add(sum(weights), executionWeight(input))
  const printed = form.totals?.weight ?? null
  if (compare(total, HUNDRED) !== 0)
    return [finding('weights-not-hundred', 'totals.weight', { total: normalize(total) })]
  return printed === null || compare(printed, total) === 0
    ? []
    : [finding('total-weight-differs', 'totals.weight', { printed, computed: normalize(total) })]
}

/** The execution row has its points even where a sheet prints none for it. */
function executionWeight(input: LintInput): Decimal {
  const printed = amountOf(input, 'executionWeight')?.amount
  const hasMoney = Object.values(input.form.money).some((amount) => amount !== null)
  return printed ?? (hasMoney ? DEFAULT_EXECUTION_WEIGHT : decimal('0'))
}

function scoresAddUp(input: LintInput): LintFinding[] {
  const { form } = input
  const printed = form.totals?.score ?? null
  const scores = form.indicators.map(({ score }) => score)
  const execution = amountOf(input, 'executionScore')?.amount ?? null
  if (printed === null || execution === null || scores.some((score) => score === null)) return []
  const computed = add(sum(scores.filter((score) => score !== null)), execution)
  return compare(printed, computed) === 0
    ? []
    : [finding('total-score-differs', 'totals.score', { printed, computed: normalize(computed) })]
}

/** rules.md §5: full marks on every row without a thought. */
function allFull(rows: readonly IndicatorRow[]): LintFinding[] {
  const weighed = rows.filter(({ weight }) => weight !== null && !isZero(weight))
  const full = weighed.every(({ weight, score }) => weight !== null && score !== null && compare(weight, score) === 0)
  return weighed.length >= FEWEST_ROWS && full
    ? [finding('all-full-score', 'indicators', { count: weighed.length })]
    : []
}
