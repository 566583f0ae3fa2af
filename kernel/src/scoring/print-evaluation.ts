import type { Decimal } from '../decimal.ts'
import type { Language } from '../wording.ts'
import type { EvaluatedRow, Evaluation } from './evaluation.ts'
import { sayScoringFinding } from './scoring-findings.ts'
import { sayTrace } from './trace.ts'

/** The evaluation as other programs read it: decimals as text, rules by id, traces and warnings as sentences. */
export function printEvaluation(evaluation: Evaluation, language: Language) {
  const { execution, grade, printedGrade } = evaluation
  return {
    rulePack: evaluation.rulePack,
    execution: {
      rate: execution?.rate == null ? null : `${execution.rate}%`,
      score: execution?.score ?? null,
      trace: execution === null ? null : sayTrace(execution.trace, language),
    },
    indicators: evaluation.rows.map((row) => printRow(row, language)),
    total: evaluation.total,
    grade: grade === null ? null : grade[language],
    complete: evaluation.complete,
    printedTotal: evaluation.printedTotal,
    printedGrade: printedGrade === null ? null : printedGrade[language],
    light: evaluation.light,
    warnings: evaluation.warnings.map((warning) => ({
      code: warning.code,
      severity: warning.severity,
      message: sayScoringFinding(warning, language),
      where: warning.where,
    })),
  }
}

type PrintedRow = {
  readonly score: Decimal | null
  /** Why there is no score, as a code; null when there is one. */
  readonly reason: string | null
  readonly rule: string | null
  readonly band: string | null
  readonly trace: string
  readonly printed: { readonly score: Decimal; readonly accepted: boolean; readonly difference: Decimal | null } | null
}

function printRow({ outcome, printed }: EvaluatedRow, language: Language): PrintedRow {
  const scored = outcome.kind === 'scored'
  return {
    score: scored ? outcome.score : null,
    reason: scored ? null : outcome.reason,
    rule: outcome.trace.rule,
    band: scored ? outcome.band : null,
    trace: sayTrace(outcome.trace, language),
    printed,
  }
}
