import { wordDoubt } from '@shiji/forms/understand/understand-wording'
import type { Severity } from '@shiji/kernel/finding'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { LINT_WORDING } from '@shiji/kernel/lint/lint-wording'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'
import type { Call, ExitCode } from '../command.ts'

const MARKS: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', hint: '·' }

export function findingToJson(finding: LintFinding, language: Language): object {
  const { code, severity, where } = finding
  const { message, why, advice } = LINT_WORDING[code]
  const parameters = wordParameters(finding, language)
  return {
    code,
    severity,
    message: say(message, language, parameters),
    where,
    why: say(why, language, parameters),
    advice: say(advice, language, parameters),
  }
}

export function printFindings(findings: readonly LintFinding[], call: Call): void {
  for (const finding of findings) {
    const { code, severity, where } = finding
    const { message, advice } = LINT_WORDING[code]
    const parameters = wordParameters(finding, call.language)
    call.print(`  ${MARKS[severity]} ${say(message, call.language, parameters)}  [${where}]`)
    call.print(`      → ${say(advice, call.language, parameters)}`)
  }
}

/** The lint knows a reader's doubt by its code; the sentence stands in the reader's own catalogue. */
function wordParameters({ code, parameters }: LintFinding, language: Language): WordingParameters {
  if (code !== 'reader-doubt') return parameters
  const doubt = { code: String(parameters.doubt), field: '', parameters }
  return { ...parameters, doubt: wordDoubt(doubt, language).replace(/[。.]$/, '') }
}

/** A hint is advice for a reviewer; only what a person must see makes the call end with findings. */
export function exitCodeOf(findings: readonly LintFinding[]): ExitCode {
  return findings.some(({ severity }) => severity !== 'hint') ? 2 : 0
}
