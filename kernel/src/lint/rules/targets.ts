import { compare, decimal, isZero } from '../../decimal.ts'
import type { IndicatorRow } from '../../form/form-content.ts'
import type { Target } from '../../target/target.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, isBlankRow, type LintInput } from '../lint-input.ts'

/** Every row promises something that can be measured. */
export function targets(input: LintInput): LintFinding[] {
  return [
    ...input.form.indicators.flatMap((row, index) => ofRow(input, row, index)),
    ...bareNumbers(input),
    ...everythingHundred(input),
  ]
}

function ofRow(input: LintInput, row: IndicatorRow, index: number): LintFinding[] {
  const target = input.targets[index]
  const where = `indicators[${index}].target`
  const parameters = { name: row.level3, target: row.target }
  if (target === undefined || isBlankRow(row)) return []
  if (isNotApplicable(input, row, target)) return notApplicable(row, index)
  if (target.kind === 'none') return [finding('target-missing', where, parameters)]
  if (target.kind === 'unreadable') return [finding('target-unreadable', where, parameters)]
  return [
    ...(/^\s*[=＝]\s*(?:至少|不少于|不低于|不超过|不高于|不多于)/.test(row.target)
      ? [finding('equals-with-bound', where, parameters)]
      : []),
    ...costWithoutAmount(row, target, where),
    ...withoutDenominator(input, row, index),
    ...withoutBaseline(row, target, where),
  ]
}

/** A003-8, R-NA: 无 with 0 is no promise. */
export function isNotApplicable({ words }: LintInput, row: IndicatorRow, target: Target): boolean {
  const nameless = words.notApplicable.words.includes(row.level3.trim())
  return nameless || (target.kind === 'none' && target.reason === 'not-applicable')
}

function notApplicable(row: IndicatorRow, index: number): LintFinding[] {
  if (row.weight !== null && !isZero(row.weight)) {
    const parameters = { name: row.level3, weight: row.weight }
    return [finding('not-applicable-with-weight', `indicators[${index}].weight`, parameters)]
  }
  return [finding('row-not-applicable', `indicators[${index}].target`, { name: row.level3, level2: row.level2 })]
}

/** A003-6, and 合理 for a cost: neither an amount nor a rate of a stated base. */
function costWithoutAmount(row: IndicatorRow, target: Target, where: string): LintFinding[] {
  if (!/成本/.test(row.level2)) return []
  const isRate = target.kind === 'number' && target.unit === '%'
  const hasBase = /率|比例|占比|节约|控制|偏差|预算/.test(`${row.level3}${row.remark ?? ''}`)
  return (isRate && !hasBase) || target.kind === 'grade'
    ? [finding('cost-without-amount', where, { name: row.level3, target: row.target })]
    : []
}

/** A001-10, A004-B-7: 完成率 100 % of how many. */
function withoutDenominator({ form, words, targets }: LintInput, row: IndicatorRow, index: number): LintFinding[] {
  const target = targets[index]
  const isRate = target?.kind === 'number' && target.unit === '%' && hasAny(row.level3, words.completionRates.words)
  const counted = /\d/.test(`${row.level3}${row.remark ?? ''}`) || /\d+\s*\/\s*\d+/.test(row.actual ?? '')
  return isRate && !counted && (form.stage === 'declaration' || form.stage === 'self-evaluation')
    ? [finding('denominator-missing', `indicators[${index}].target`, { name: row.level3, target: row.target })]
    : []
}

/** A002-2-7. */
function withoutBaseline(row: IndicatorRow, target: Target, where: string): LintFinding[] {
  return target.kind === 'relative' && !/\d/.test(row.remark ?? '')
    ? [finding('baseline-missing', where, { name: row.level3, target: row.target })]
    : []
}

const FEWEST_ROWS = 3
const HUNDRED = decimal('100')

/** A003-9: told once for the form, where most rows say a bare number. */
function bareNumbers({ form, targets }: LintInput): LintFinding[] {
  const bare = form.indicators.filter((row) => /^\s*\d+(?:\.\d+)?\s*[%％]?\s*$/.test(row.target))
  const promised = targets.filter((target) => target.kind !== 'none').length
  return bare.length >= FEWEST_ROWS && bare.length * 2 > promised
    ? [finding('targets-bare', 'indicators', { count: bare.length, total: form.indicators.length })]
    : []
}

/** rules.md §3.3 适当性: 100 % on everything. */
function everythingHundred({ form, targets }: LintInput): LintFinding[] {
  const percents = targets.filter((target) => target.kind === 'number' && target.unit === '%')
  const hundred = percents.filter((it) => it.kind === 'number' && compare(it.value, HUNDRED) === 0)
  return percents.length > FEWEST_ROWS && hundred.length === percents.length
    ? [finding('targets-all-hundred', 'indicators', { count: hundred.length, total: form.indicators.length })]
    : []
}
