import type { Severity } from '../finding.ts'
import type { Wording } from '../wording.ts'

/**
 * What the lint says about one kind of finding: what is wrong and where, why it matters, what to do.
 * A code has one severity, so a person learns once what an error is.
 */
export type LintNote = {
  readonly severity: Severity
  readonly message: Wording
  readonly why: Wording
  readonly advice: Wording
}

export type LintCatalogue = Readonly<Record<string, LintNote>>
