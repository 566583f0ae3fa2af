import { wordDoubt } from '@shiji/forms/understand/understand-wording'
import type { Doubt, FormContent, IndicatorRow } from '@shiji/kernel/form/form-content'
import { targetOfRow } from '@shiji/kernel/form/target-of-row'
import type { LintFinding } from '@shiji/kernel/lint/lint-finding'
import { targetToWire } from '@shiji/kernel/target/target-wire'
import type { Language } from '@shiji/kernel/wording'
import { findingToJson } from './show-findings.ts'

/** A form as `shiji form read --json` prints it: the content, each target also typed, doubts and findings in words. */
export function formToJson(content: FormContent, findings: readonly LintFinding[], language: Language): object {
  return {
    ...content,
    indicators: content.indicators.map((row) => indicatorToJson(row, content, language)),
    doubts: content.doubts.map((doubt) => doubtToJson(doubt, language)),
    findings: findings.map((finding) => findingToJson(finding, language)),
  }
}

function indicatorToJson(row: IndicatorRow, content: FormContent, language: Language): object {
  return {
    ...row,
    typedTarget: targetToWire(row.target, targetOfRow(row, content)),
    doubts: row.doubts.map((doubt) => doubtToJson(doubt, language)),
  }
}

function doubtToJson(doubt: Doubt, language: Language): object {
  const { code, field, rawCells } = doubt
  return { code, field, message: wordDoubt(doubt, language), ...(rawCells === undefined ? {} : { rawCells }) }
}
