import { compare, isDecimal, ZERO } from '../decimal.ts'
import type { Evaluation } from '../scoring/evaluation.ts'

/** A figure a person put in place of the computed one: never without person, reason and file (rules.md §5). */
export type Override = {
  readonly row: number
  readonly column: 'actual' | 'score'
  readonly value: string
  readonly reason: string
  readonly personId: string
  readonly documentId: string
}

/** What stands between a self-evaluation and handing it in. `row` is null for the form as a whole. */
export type HandInProblem = {
  readonly code:
    | 'row-not-scored'
    | 'reason-missing'
    | 'over-achievement-unexplained'
    | 'score-off-the-rule'
    | 'score-not-accepted'
    | 'actual-off-the-records'
    | 'warning-unanswered'
    | 'execution-missing'
    | 'execution-off-the-rule'
  readonly row: number | null
}

export type ReportedRow = {
  /** 实际完成值 as the unit writes it. */
  readonly actual: string
  readonly reason: string
  /** What the records say; null where nothing computes it. */
  readonly computed: string | null
}

type Given = {
  readonly evaluation: Evaluation
  readonly rows: readonly ReportedRow[]
  readonly overrides: readonly Override[]
  /** What the unit says to a red or yellow light of the whole form; '' when nothing. */
  readonly statement: string
}

/** rules.md §3.6 R-REASON and R-WARN, §5: everything a person must still do, in the order of the form. */
export function handInProblems({ evaluation, rows, overrides, statement }: Given): HandInProblem[] {
  const overridden = (row: number, column: Override['column'], stands: string) =>
    overrides.some((one) => one.row === row && one.column === column && isGrounded(one) && isSame(one.value, stands))
  const inRows = evaluation.rows.flatMap(({ outcome, weight, printed }, row): HandInProblem[] => {
    const reported = rows[row]
    const counts = weight === null || compare(weight, ZERO) > 0
    const score = printed?.accepted ? printed.score : outcome.kind === 'scored' ? outcome.score : null
    const belowFull = score !== null && weight !== null && compare(score, weight) < 0
    const offRule = printed?.difference != null && compare(printed.difference, ZERO) !== 0
    const differs = reported?.computed != null && reported.computed.trim() !== reported.actual.trim()
    const beyond = isBlank(reported?.reason) && needsReasonBeyond(evaluation, row)
    return [
      ...(counts && score === null ? [problem('row-not-scored', row)] : []),
      ...(printed !== null && !printed.accepted ? [problem('score-not-accepted', row)] : []),
      ...(belowFull && isBlank(reported?.reason) ? [problem('reason-missing', row)] : []),
      ...(beyond ? [problem('over-achievement-unexplained', row)] : []),
      ...(offRule && !overridden(row, 'score', printed?.score ?? '') ? [problem('score-off-the-rule', row)] : []),
      ...(differs && !overridden(row, 'actual', reported?.actual ?? '')
        ? [problem('actual-off-the-records', row)]
        : []),
    ]
  })
  return [...executionProblems(evaluation), ...inRows, ...unanswered(evaluation, statement)]
}

/** rules.md §3.6 R-OVER, as the rules of the place judged the row. */
function needsReasonBeyond({ warnings }: Evaluation, row: number): boolean {
  const where = `indicators[${row}].reason`
  return warnings.some((warning) => warning.code === 'over-achievement-needs-reason' && warning.where === where)
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === ''
}

function executionProblems({ execution, printedExecution }: Evaluation): HandInProblem[] {
  if (execution === null || execution.score === null) return [problem('execution-missing', null)]
  const off = printedExecution !== null && compare(printedExecution, execution.score) !== 0
  return off ? [problem('execution-off-the-rule', null)] : []
}

function unanswered({ light }: Evaluation, statement: string): HandInProblem[] {
  return light !== null && statement.trim() === '' ? [problem('warning-unanswered', null)] : []
}

function isGrounded({ reason, personId, documentId }: Override): boolean {
  return reason.trim() !== '' && personId !== '' && documentId !== ''
}

/** A ground given for one figure does not carry another that was written later. */
export function isSame(grounded: string, stands: string): boolean {
  const [one, other] = [grounded.trim(), stands.trim()]
  return one === other || (isDecimal(one) && isDecimal(other) && compare(one, other) === 0)
}

function problem(code: HandInProblem['code'], row: number | null): HandInProblem {
  return { code, row }
}
