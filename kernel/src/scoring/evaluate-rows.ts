import { add, compare, type Decimal, isZero, subtract, sum } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { EvaluatedRow, Evaluation, JudgedRow } from './evaluation.ts'
import { formFindings, rowFindings } from './form-findings.ts'
import { type GradeName, gradeOf } from './grade.ts'
import { plausibility } from './plausibility.ts'
import { HUNDRED, NO_POINTS } from './points.ts'
import type { Outcome } from './row.ts'
import type { Execution } from './score-execution.ts'
import { isPossibleScore } from './score-quality.ts'
import { step } from './trace.ts'

export type FormToEvaluate = {
  readonly execution: Execution | null
  /** 执行率得分 as the form prints it. */
  readonly printedExecution: Decimal | null
  readonly rows: readonly JudgedRow[]
}

/** Adds up a form: rules.md §3.6 R-TOTAL and R-WARN, §3.8 grades. */
export function evaluateRows({ execution, printedExecution, rows }: FormToEvaluate, pack: RulePack): Evaluation {
  const evaluated = rows.map(withPrinted)
  const [byRule, byUnit] = [tally(evaluated, execution, ruleScore), tally(evaluated, execution, unitScore)]
  const printed = evaluated.some((row) => row.printed !== null)
  const shown = printed ? byUnit : byRule
  const indicators = { score: shown.indicators, weight: shown.weight }
  const light = execution === null ? null : plausibility(execution, indicators, pack.plausibility)
  const evaluation = {
    rulePack: pack.id,
    execution,
    printedExecution,
    rows: evaluated,
    total: byRule.total,
    printedTotal: printed ? byUnit.total : null,
    complete: isZero(byRule.open) && !byRule.unknown,
    grade: certainGrade(byRule, pack),
    printedGrade: printed ? certainGrade(byUnit, pack) : null,
    light,
  }
  const warnings = [...rows.flatMap(rowFindings(evaluated)), ...formFindings(evaluation, rows, pack)]
  return { ...evaluation, warnings }
}

type Tally = {
  readonly total: Decimal
  readonly indicators: Decimal
  /** Weight of the rows that have a score. */
  readonly weight: Decimal
  /** Weight still without a score. */
  readonly open: Decimal
  /** Whether a row without a score has no weight either. */
  readonly unknown: boolean
}

function tally(
  rows: readonly EvaluatedRow[],
  execution: Execution | null,
  scoreOf: (row: EvaluatedRow) => Decimal | null,
): Tally {
  const [closed, open] = [rows.filter((row) => scoreOf(row) !== null), rows.filter((row) => scoreOf(row) === null)]
  const indicators = sum([NO_POINTS, ...closed.flatMap((row) => scoreOf(row) ?? [])])
  // Rows that only itemise another one (其中：桃树) carry no weight; once the others fill the hundred they cannot count.
  const known = sum([execution?.weight ?? NO_POINTS, ...rows.flatMap(({ weight }) => weight ?? [])])
  const openExecution = execution !== null && execution.score === null ? [execution.weight] : []
  return {
    indicators,
    total: add(indicators, execution?.score ?? NO_POINTS),
    weight: sum(closed.flatMap(({ weight }) => weight ?? [])),
    unknown: open.some(({ weight }) => weight === null) && compare(known, HUNDRED) < 0,
    open: sum([...openExecution, ...open.flatMap(({ weight }) => weight ?? [])]),
  }
}

function ruleScore({ outcome }: EvaluatedRow): Decimal | null {
  return outcome.kind === 'scored' ? outcome.score : null
}

function unitScore(row: EvaluatedRow): Decimal | null {
  return row.printed?.accepted ? row.printed.score : ruleScore(row)
}

/** The grade, if the rows still open cannot change it. */
function certainGrade({ total, open, unknown }: Tally, pack: RulePack): GradeName | null {
  if (unknown) return null
  const [lowest, highest] = [gradeOf(total, pack.grades), gradeOf(add(total, open), pack.grades)]
  return lowest === highest ? lowest : null
}

function withPrinted({ outcome, weight, printedScore }: JudgedRow): EvaluatedRow {
  if (printedScore === null) return { outcome, weight, printed: null }
  const accepted = weight !== null && isPossibleScore(printedScore, weight)
  const difference = outcome.kind === 'scored' ? subtract(printedScore, outcome.score) : null
  const printed = { score: printedScore, accepted, difference }
  return { outcome: explain(outcome, printedScore, difference), weight, printed }
}

/** The trace says why the unit's score and the rule's are not one. */
function explain(outcome: Outcome, printed: Decimal, difference: Decimal | null): Outcome {
  if (outcome.kind === 'not-scored' || difference === null || compare(printed, outcome.score) === 0) return outcome
  const said = step('printed-differs', { printed, score: outcome.score, difference: signed(difference) })
  return { ...outcome, trace: { ...outcome.trace, steps: [...outcome.trace.steps, said] } }
}

function signed(difference: Decimal): string {
  return difference.startsWith('-') ? difference : `+${difference}`
}
