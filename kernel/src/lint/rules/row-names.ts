import type { IndicatorRow } from '../../form/form-content.ts'
import type { Target } from '../../target/target.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import { hasAny, type LintInput } from '../lint-input.ts'

/** What an indicator is called. */
export function rowNames(input: LintInput): LintFinding[] {
  return input.form.indicators.flatMap((row, index) => {
    const where = `indicators[${index}].level3`
    return [...unfinished(input, row, where), ...judging(input, row, { where, target: input.targets[index] })]
  })
}

/** A003-7: …有助于提高 and nothing after it. */
function unfinished({ words }: LintInput, row: IndicatorRow, where: string): LintFinding[] {
  const name = row.level3.trim()
  const ending = words.unfinishedEndings.words.find((it) => name.endsWith(it) && name.length > it.length)
  const whole = words.finishedEndings.words.some((it) => name.endsWith(it))
  return ending === undefined || whole ? [] : [finding('name-truncated', where, { name, ending })]
}

/** A003-10: 群众满意度较高 says the verdict before it is measured. */
function judging(
  { words }: LintInput,
  row: IndicatorRow,
  { where, target }: { where: string; target: Target | undefined },
): LintFinding[] {
  const measured = target?.kind === 'number' || target?.kind === 'range'
  const word = words.judgements.words.find((it) => row.level3.trim().replace(/。$/, '').endsWith(it))
  const isVerdict = word !== undefined && measured && !hasAny(row.level3, ['程度'])
  return isVerdict ? [finding('judgement-in-name', where, { name: row.level3, word })] : []
}
