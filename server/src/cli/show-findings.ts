import type { Severity } from '@shiji/kernel/finding'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { LINT_WORDING } from '@shiji/kernel/lint/lint-wording'
import { type Language, say } from '@shiji/kernel/wording'
import type { Call, ExitCode } from './command.ts'

const MARKS: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', hint: '·' }

export function findingToJson({ code, severity, where, parameters }: LintFinding, language: Language): object {
  const { message, why, advice } = LINT_WORDING[code]
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
  for (const { code, severity, where, parameters } of findings) {
    const { message, advice } = LINT_WORDING[code]
    call.print(`  ${MARKS[severity]} ${say(message, call.language, parameters)}  [${where}]`)
    call.print(`      → ${say(advice, call.language, parameters)}`)
  }
}

/** A hint is advice for a reviewer; only what a person must see makes the call end with findings. */
export function exitCodeOf(findings: readonly LintFinding[]): ExitCode {
  return findings.some(({ severity }) => severity !== 'hint') ? 2 : 0
}
