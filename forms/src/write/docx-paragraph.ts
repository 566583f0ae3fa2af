import type { TextStyle } from '@shiji/kernel/form/laid-form'
import { LineRuleType, Paragraph, TextRun } from 'docx'
import { paragraphGap, type StyleSheet, type TextLevel } from './docx-styles.ts'
import { xmlText } from './xml-text.ts'

/** Characters both scripts use (“ ” × √ ≥ □ ① …): without the hint Word sets them in the Latin face. */
const SHARED_BY_SCRIPTS = /[\u0080-\u2fff]/

export type SetText = {
  readonly style: TextStyle
  readonly level: TextLevel
  readonly sheet: StyleSheet
  readonly pageBreakBefore?: boolean
  readonly afterTable?: boolean
}

export function paragraphs(text: string, set: SetText): Paragraph[] {
  const { style, level, sheet, pageBreakBefore = false, afterTable = false } = set
  const styleId = sheet.styleId(style, level)
  const first = {
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    // A table has no room below itself.
    ...(afterTable ? { spacing: { before: paragraphGap(style) } } : {}),
  }
  return xmlText(text)
    .split('\n')
    .map(
      (line, index) =>
        new Paragraph({
          style: styleId,
          ...(index === 0 ? first : {}),
          children: line === '' ? [] : [run(line)],
        }),
    )
}

function run(text: string): TextRun {
  return SHARED_BY_SCRIPTS.test(text) ? new TextRun({ text, font: { hint: 'eastAsia' } }) : new TextRun(text)
}

/** Word joins tables that touch and wants a paragraph after the last: this one is a point high. */
export function seam({ pageBreakBefore = false } = {}): Paragraph {
  return new Paragraph({
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  })
}
