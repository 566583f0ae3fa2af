import type { FormContent } from '../form/form-content.ts'
import type { FormTemplate } from '../form/form-template.ts'
import { parseTarget } from '../target/parse-target.ts'
import type { LintFinding } from './lint-finding.ts'
import type { LintInput } from './lint-input.ts'
import { LINT_RULES } from './lint-rules.ts'
import type { LintWords } from './lint-words.ts'
import { placeOnForm } from './place-on-form.ts'

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
    sisters: (context.sisterForms ?? []).filter((sister) => sister !== form),
    words: context.words,
    targets: form.indicators.map((row) =>
      parseTarget(row.target, { indicator: row.level3, level1: row.level1, level2: row.level2 }),
    ),
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
