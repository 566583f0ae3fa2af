import type { FormContent } from '../form/form-content.ts'
import type { FormTemplate } from '../form/form-template.ts'
import { targetOfRow } from '../form/target-of-row.ts'
import type { LintFinding } from './lint-finding.ts'
import type { LintInput } from './lint-input.ts'
import { LINT_RULES } from './lint-rules.ts'
import type { LintWords } from './lint-words.ts'
import { placeOnForm } from './place-on-form.ts'

/** More forms of one unit are compared by a report, not by the lint of one form. */
const MOST_SISTERS = 20

export type LintContext = {
  /** Other forms of the same unit and year. */
  readonly sisterForms?: readonly FormContent[]
  readonly words: LintWords
}

/** Everything the rules notice on a form, in the order of its places; the same cause is told once. */
export function lintForm(form: FormContent, template: FormTemplate | null, context: LintContext): LintFinding[] {
  const input: LintInput = {
    form,
    template,
    sisters: (context.sisterForms ?? []).filter((sister) => sister !== form).slice(0, MOST_SISTERS),
    words: context.words,
    targets: form.indicators.map((row) => targetOfRow(row, form)),
  }
  const found = LINT_RULES.flatMap((rule) => rule(input))
  return onceEach(found).toSorted(placeOnForm(template))
}

/** Two rules may notice the same thing at the same place with the same figures. */
function onceEach(findings: readonly LintFinding[]): LintFinding[] {
  const told = new Set<string>()
  return findings.filter((it) => {
    const key = JSON.stringify([it.code, it.where, it.parameters])
    return told.has(key) ? false : Boolean(told.add(key))
  })
}
