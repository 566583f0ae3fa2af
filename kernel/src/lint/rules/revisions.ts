import type { FormContent, RevisionRow } from '../../form/form-content.ts'
import { plainText } from '../compare-texts.ts'
import { finding, type LintFinding } from '../lint-finding.ts'
import type { LintInput } from '../lint-input.ts'

/** rules.md §1.4 and §1.5: the review sheet and the revision form. */
export function revisions(input: LintInput): LintFinding[] {
  return [...priorYears(input), ...revisedRows(input)]
}

/** A003-B-1: the last three closed years; the filing date itself is not on the sheet. */
function priorYears({ form }: LintInput): LintFinding[] {
  const years = form.priorEvaluations.map(({ year }) => year).filter((year) => year !== null)
  const last = Math.max(...years)
  if (years.length === 0 || form.year === null) return []
  const consecutive = years.toSorted((a, b) => a - b).every((year, index, sorted) => year === (sorted[0] ?? 0) + index)
  if (!consecutive) return [finding('prior-years-not-consecutive', 'priorEvaluations', { years: years.join('、') })]
  return last < form.year - 1 ? [finding('prior-years-stale', 'priorEvaluations', { last, year: form.year })] : []
}

function revisedRows({ form, sisters }: LintInput): LintFinding[] {
  const declaration = sisters.find(
    (sister) => sister.stage === 'declaration' && (form.project === '' || sister.project === form.project),
  )
  return form.revisions.flatMap((row, index) => {
    const where = `revisions[${index}]`
    if (row.indicator.trim() === '') return []
    return [
      ...againstDeclaration(row, where, declaration),
      ...(row.explanation.trim() === ''
        ? [finding('revision-explanation-missing', `${where}.explanation`, { indicator: row.indicator })]
        : []),
    ]
  })
}

/** A003-C-1, R3 and R4 of the Donghu form: named by the levels of the declared form, with its declared value. */
function againstDeclaration(row: RevisionRow, where: string, declaration: FormContent | undefined): LintFinding[] {
  if (declaration === undefined) return []
  const declared = declaration.indicators.find(
    (it) => plainText(`${it.level1}${it.level2}${it.level3}`) === plainText(row.indicator),
  )
  const parameters = { indicator: row.indicator, original: row.originalTarget }
  if (declared === undefined) return [finding('revision-indicator-unknown', `${where}.indicator`, parameters)]
  return declared.target.trim() === row.originalTarget.trim()
    ? []
    : [finding('revision-original-differs', `${where}.originalTarget`, { ...parameters, declared: declared.target })]
}
