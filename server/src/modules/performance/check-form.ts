import { quotedCells } from '@shiji/forms/understand/quoted-cells'
import { wordDoubt } from '@shiji/forms/understand/understand-wording'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import { LINT_WORDING } from '@shiji/kernel/lint/lint-wording'
import { findRulePack } from '@shiji/kernel/rule-pack'
import { printEvaluation } from '@shiji/kernel/scoring/print-evaluation'
import { requestOfForm } from '@shiji/kernel/scoring/request-of-form'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { type Language, say } from '@shiji/kernel/wording'
import { findTemplate, LINT_WORDS, RULE_PACKS } from './official-sheets.ts'

/** What the check says of a form, in the language of the reader. `sisterForms` are others of the same unit and year. */
export function checkForm(content: FormContent, language: Language, sisterForms: readonly FormContent[] = []) {
  const findings = lintForm(content, findTemplate(content), { sisterForms, words: LINT_WORDS })
  return findings.map((one) => sayFinding(one, language))
}

export function sayFinding({ code, severity, where, parameters }: LintFinding, language: Language) {
  const { message, why, advice } = LINT_WORDING[code]
  return {
    code,
    severity,
    where,
    message: say(message, language, parameters),
    why: say(why, language, parameters),
    advice: say(advice, language, parameters),
  }
}

/** What the reader was not sure of, in the order of the form, each with the cells as they stood. */
export function sayDoubts(content: FormContent, language: Language) {
  const elsewhere = content.doubts.map((doubt) => ({
    doubt,
    where: doubt.field || 'form',
    rawCells: [...(doubt.rawCells ?? [])],
  }))
  const inRows = content.indicators.flatMap((row, index) =>
    row.doubts.map((doubt) => ({ doubt, where: `indicators[${index}].${doubt.field}`, rawCells: [...row.rawCells] })),
  )
  return [...elsewhere, ...inRows].map(({ doubt, where, rawCells }) => ({
    where,
    code: doubt.code,
    message: wordDoubt(doubt, language),
    rawCells,
    quoted: quotedCells(doubt, rawCells),
  }))
}

/** A self-evaluation scored by the rules of its place and year; null for every other form. */
export function evaluateForm(content: FormContent, language: Language) {
  if (content.stage !== 'self-evaluation' || content.year === null) return null
  const place = findTemplate(content)?.place ?? 'cn'
  const pack = findRulePack(RULE_PACKS, { place, stage: 'self-evaluation', day: `${content.year}-12-31` })
  if (pack === null) return null
  const printed = printEvaluation(scoreForm(requestOfForm(content), pack), language)
  return {
    execution: { rate: printed.execution.rate, score: printed.execution.score },
    indicators: printed.indicators.map(({ score, rule, trace }) => ({ score, rule: rule ?? '', trace })),
    total: printed.total,
    grade: printed.grade,
    warnings: printed.warnings,
  }
}
