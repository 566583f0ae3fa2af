import { compare, isZero, multiply, normalize, sum } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { EvaluatedRow, Evaluation, JudgedRow } from './evaluation.ts'
import { HUNDRED } from './points.ts'
import type { ScoringFinding } from './scoring-findings.ts'

type Unwarned = Omit<Evaluation, 'warnings'>

/** The notes of a row at its address, and how its printed score stands to the rule's. */
export function rowFindings(evaluated: readonly EvaluatedRow[]): (row: JudgedRow, index: number) => ScoringFinding[] {
  return ({ notes, outcome }, index) => {
    const row = evaluated[index]
    const found = notes.map(({ code, severity, field, parameters }) => ({
      code,
      severity,
      where: `indicators[${index}].${field}`,
      parameters,
    }))
    const silent = outcome.kind === 'scored' || outcome.reason === 'zero-weight' || outcome.reason === 'not-applicable'
    const open = silent ? [] : [finding('row-not-scored', `indicators[${index}].score`, { row: index + 1 })]
    return [...found, ...open, ...(row === undefined ? [] : printedFindings(row, `indicators[${index}].score`))]
  }
}

function printedFindings({ outcome, weight, printed }: EvaluatedRow, where: string): ScoringFinding[] {
  if (printed === null) return []
  if (!printed.accepted) {
    return [finding('score-not-accepted', where, { printed: printed.score, weight: weight ?? '' }, 'error')]
  }
  if (outcome.kind === 'not-scored' || printed.difference === null || isZero(printed.difference)) return []
  const { score, difference } = printed
  return [finding('score-differs', where, { printed: score, score: outcome.score, difference })]
}

export function formFindings(evaluation: Unwarned, rows: readonly JudgedRow[], pack: RulePack): ScoringFinding[] {
  return [
    ...moneyFindings(evaluation),
    ...weightFindings(evaluation, rows, pack),
    ...totalFindings(evaluation),
    ...lightFindings(evaluation, pack),
  ]
}

function moneyFindings({ execution, printedExecution }: Unwarned): ScoringFinding[] {
  if (execution === null) return []
  const { budgetZero, spent, rate, score } = execution
  const zero = budgetZero ? [finding('budget-zero', 'budget')] : []
  const over = spent !== null && compare(spent.executed, spent.budget) > 0
  const differs = printedExecution !== null && score !== null && compare(printedExecution, score) !== 0
  return [
    ...zero,
    ...(over ? [finding('executed-over-budget', 'budget.executed', { rate: `${rate}%` })] : []),
    ...(differs ? [finding('execution-score-differs', 'budget.score', { printed: printedExecution, score })] : []),
  ]
}

function weightFindings({ execution }: Unwarned, rows: readonly JudgedRow[], pack: RulePack): ScoringFinding[] {
  const weights = sum([
    ...(execution === null ? [] : [execution.weight]),
    ...rows.flatMap(({ weight }) => weight ?? []),
  ])
  const said = { sum: normalize(weights), total: pack.total }
  const total = compare(weights, pack.total) === 0 ? [] : [finding('weights-not-total', 'form', said, 'error')]
  const perLevel = pack.tree.flatMap(({ name, aliases, weight }) => {
    const own = rows.filter(({ level1 }) => level1 === name || aliases.includes(level1))
    if (weight === null || own.length === 0) return []
    const summed = sum(own.flatMap((row) => row.weight ?? []))
    if (compare(summed, weight) === 0) return []
    return [finding('level1-weight-differs', 'form', { level1: name, sum: normalize(summed), weight }, 'hint')]
  })
  return [...total, ...perLevel]
}

function totalFindings({ rows, execution, total, printedTotal, complete }: Unwarned): ScoringFinding[] {
  const open = rows.filter(
    ({ outcome, weight }) => outcome.kind === 'not-scored' && (weight === null || !isZero(weight)),
  )
  const incomplete = complete
    ? []
    : [finding('total-incomplete', 'form', { rows: open.length + (execution?.score === null ? 1 : 0) })]
  if (printedTotal === null || compare(printedTotal, total) === 0) return incomplete
  return [...incomplete, finding('totals-differ', 'form', { printed: printedTotal, total })]
}

function lightFindings({ light }: Unwarned, { plausibility }: RulePack): ScoringFinding[] {
  if (light === null) return []
  if (light === 'red') return [finding('achievement-ahead-of-spending', 'form')]
  return [finding('spending-low', 'budget', { limit: normalize(multiply(plausibility.yellowUnspentAbove, HUNDRED)) })]
}

function finding(
  code: ScoringFinding['code'],
  where: string,
  parameters: ScoringFinding['parameters'] = {},
  severity: ScoringFinding['severity'] = 'warning',
): ScoringFinding {
  return { code, severity, where, parameters }
}
