import {
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  minimum,
  multiply,
  normalize,
  subtract,
} from '../../decimal.ts'
import type { IndicatorRow } from '../../form/form-content.ts'
import { judgeFulfilment } from '../../scoring/fulfilment.ts'
import { parseTarget } from '../../target/parse-target.ts'
import type { Target } from '../../target/target.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** Scores are printed with one decimal or two: less than this apart is rounding. */
const ROUNDING = decimal('0.05')
/** rules.md §3.6 R-QUAL: from here on a row counts as achieved. */
const ACHIEVED_SHARE = decimal('0.8')

/** What was reached, against what was promised; rules.md §3.6 and §5. */
export function actuals({ form, targets }: LintInput): LintFinding[] {
  if (form.stage !== 'self-evaluation') return []
  return form.indicators.flatMap((row, index) => {
    const target = targets[index]
    if (target === undefined || target.kind === 'none') return []
    const where = `indicators[${index}]`
    const parameters = { name: row.level3, target: row.target, actual: row.actual ?? '' }
    if ((row.actual ?? '').trim() === '') return [finding('actual-missing', `${where}.actual`, parameters)]
    return [
      ...asMeasured(row, `${where}.actual`, parameters),
      ...proved(row, target, where),
      ...scored(row, target, where),
    ]
  })
}

type ActualParameters = { readonly name: string; readonly target: string; readonly actual: string }

const LIMIT_SIGN = /^\s*(?:[<>≥≤＜＞]|[大小]于|不[少低高超]|至少|至多)/

/** A004-A-2, A004-A-8: a measurement is a number of its own. Told once: a repeated target carries its sign with it. */
function asMeasured(row: IndicatorRow, where: string, parameters: ActualParameters): LintFinding[] {
  const same = (row.actual ?? '').replace(/\s/g, '') === row.target.replace(/\s/g, '')
  if (same && /\d/.test(row.target)) return [finding('actual-repeats-target', where, parameters)]
  return LIMIT_SIGN.test(row.actual ?? '') ? [finding('actual-has-operator', where, parameters)] : []
}

/** A004-B-3: 建立并进行考核 is not proved by 已建立. */
function proved(row: IndicatorRow, target: Target, where: string): LintFinding[] {
  const actual = row.actual ?? ''
  if (target.kind !== 'grade' || target.grades.length < 2 || row.weight === null || row.score === null) return []
  if (compare(row.score, multiply(row.weight, ACHIEVED_SHARE)) < 0) return []
  if (judgeFulfilment(row.target, target.grades, actual) === 'fulfilled') return []
  const open = target.grades.filter((grade) => judgeFulfilment(grade, [grade], actual) !== 'fulfilled')
  return open.length === 0 || open.length === target.grades.length
    ? []
    : [finding('condition-unproved', `${where}.actual`, { target: row.target, open: open.join('、'), actual })]
}

/** A004-A-3, rules.md §3.6 R-POS: 99 of 100 is 9.90 of 10. Other rules of a place are judged by scoring. */
function scored(row: IndicatorRow, target: Target, where: string): LintFinding[] {
  const { weight, score } = row
  const measured = parseTarget(row.actual ?? '')
  if (weight === null || score === null || target.kind !== 'number' || measured.kind !== 'number') return []
  const positive = target.operator === 'ge' || target.operator === 'gt' || target.operator === 'eq'
  if (!positive || isZero(target.value) || target.unit !== measured.unit) return []
  const computed = proportional(weight, measured.value, target.value)
  const apart = normalize(subtract(computed, score)).replace('-', '')
  if (compare(decimal(apart), ROUNDING) < 0 || compare(score, weight) > 0) return []
  const parameters = { name: row.level3, score: normalize(score), computed, difference: apart }
  return [finding('score-off-proportion', `${where}.score`, parameters)]
}

function proportional(weight: Decimal, actual: Decimal, target: Decimal): Decimal {
  const reached = divide(multiply(weight, actual), target, { scale: 2, rounding: 'half-up' })
  return normalize(minimum(weight, reached))
}
