import type { LaidForm, TextStyle } from '@shiji/kernel/form/laid-form'
import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from 'docx'
import { twentieths } from './docx-lengths.ts'
import { type FontMap, fontName, LATIN_FONT } from './font-map.ts'
import { isTitle } from './form-parts.ts'
import { LINE_HEIGHT } from './text-extent.ts'

/** Every way the form sets text is one named paragraph style: whoever edits the file changes it in one place. */
export type StyleSheet = {
  readonly styles: readonly IParagraphStyleOptions[]
  readonly styleId: (style: TextStyle, level: TextLevel) => string
}

export type TextLevel = 'title' | 'body' | 'cell'

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const
const ALIGNMENT_NAME = { left: '居左', center: '居中', right: '居右', justify: '两端对齐' } as const
const LEVEL_NAME = { title: '标题', body: '正文', cell: '表格' } as const

export function styleSheet(form: LaidForm, fonts: FontMap): StyleSheet {
  const byName = new Map<string, IParagraphStyleOptions>()
  const add = (style: TextStyle, level: TextLevel) => {
    const name = styleName(style, level)
    if (!byName.has(name)) byName.set(name, paragraphStyle(`Form${byName.size + 1}`, { style, level, fonts }))
  }
  for (const block of form.blocks) {
    if (block.kind === 'paragraph') add(block.style, isTitle(block, form) ? 'title' : 'body')
    if (block.kind === 'table') for (const row of block.rows) for (const cell of row.cells) add(cell.style, 'cell')
  }
  return {
    styles: [...byName.values()],
    styleId: (style, level) => byName.get(styleName(style, level))?.id ?? 'Normal',
  }
}

export const fontAttributes = (eastAsia: string) => ({ ascii: LATIN_FONT, hAnsi: LATIN_FONT, cs: LATIN_FONT, eastAsia })

const PARAGRAPH_GAP_EM = 0.4

export const paragraphGap = ({ sizePt }: TextStyle): number => twentieths(sizePt * PARAGRAPH_GAP_EM)

type StyleContext = { readonly style: TextStyle; readonly level: TextLevel; readonly fonts: FontMap }

function paragraphStyle(id: string, { style, level, fonts }: StyleContext): IParagraphStyleOptions {
  return {
    id,
    name: styleName(style, level),
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      font: fontAttributes(fontName(style.font, fonts)),
      size: Math.round(style.sizePt * 2),
      sizeComplexScript: false,
      ...(style.bold ? { bold: true, boldComplexScript: false } : {}),
    },
    paragraph: {
      alignment: ALIGNMENT[style.align],
      spacing: {
        line: twentieths(style.sizePt * LINE_HEIGHT),
        lineRule: LineRuleType.EXACT,
        after: level === 'cell' ? 0 : paragraphGap(style),
      },
      ...(level === 'title' ? { outlineLevel: 0, keepNext: true } : {}),
    },
  }
}

/** Two settings that look the same are the same style. */
function styleName({ font, sizePt, bold, align }: TextStyle, level: TextLevel): string {
  return `${LEVEL_NAME[level]} ${font} ${sizePt} ${ALIGNMENT_NAME[align]}${bold ? ' 加粗' : ''}`
}
