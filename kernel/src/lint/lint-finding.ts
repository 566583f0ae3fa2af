import type { Finding } from '../finding.ts'
import type { WordingParameters } from '../wording.ts'
import { LINT_WORDING, type LintCode } from './lint-wording.ts'

export type LintFinding = Finding & { readonly code: LintCode }

export function finding(code: LintCode, where: string, parameters: WordingParameters = {}): LintFinding {
  return { code, severity: LINT_WORDING[code].severity, where, parameters }
}
