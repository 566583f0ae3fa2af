import type { LaidForm, PageSetup } from '@shiji/kernel/form/laid-form'
import { Document, type FileChild, type ISectionPropertiesOptions, Packer, PageOrientation } from 'docx'
import { twips } from './docx-lengths.ts'
import { settledDocx } from './docx-package.ts'
import { paragraphs, seam } from './docx-paragraph.ts'
import { fontAttributes, type StyleSheet, styleSheet } from './docx-styles.ts'
import { wordTable } from './docx-table.ts'
import { type FontMap, fontName } from './font-map.ts'
import { isTitle } from './form-parts.ts'
import { xmlText } from './xml-text.ts'

/** Latin letters as English, or a program looks for Chinese words among figures and cuts 95% between 9 and 5. */
const LANGUAGE = { value: 'en-US', eastAsia: 'zh-CN' }
/** Word 2013 and later: tables start at the margin and lines break as the screen shows them. */
const WORD_2013 = 15

/** The form as a Word file. The same form gives the same bytes. */
export async function writeDocx(form: LaidForm, { fonts = {} }: { fonts?: FontMap } = {}): Promise<Uint8Array> {
  const sheet = styleSheet(form, fonts)
  const document = new Document({
    title: xmlText(form.title),
    creator: '',
    lastModifiedBy: '',
    compatibility: { version: WORD_2013 },
    styles: {
      default: {
        document: { run: { font: fontAttributes(fontName('宋体', fonts)), size: 21, language: LANGUAGE } },
      },
      paragraphStyles: sheet.styles,
    },
    sections: [{ properties: pageProperties(form.page), children: children(form, sheet) }],
  })
  return settledDocx(await Packer.toBuffer(document), fonts)
}

function children(form: LaidForm, sheet: StyleSheet): FileChild[] {
  const drawn: FileChild[] = []
  let breaks = false
  let afterTable = false
  for (const block of form.blocks) {
    if (block.kind === 'page-break') {
      if (breaks) drawn.push(seam({ pageBreakBefore: true }))
      breaks = true
      continue
    }
    if (block.kind === 'paragraph') {
      const level = isTitle(block, form) ? 'title' : 'body'
      const set = {
        style: block.style,
        level,
        sheet,
        pageBreakBefore: breaks,
        afterTable: afterTable && !breaks,
      } as const
      for (const paragraph of paragraphs(block.text, set)) drawn.push(paragraph)
    } else {
      if (breaks || afterTable) drawn.push(seam({ pageBreakBefore: breaks }))
      drawn.push(wordTable(block, { sheet, page: form.page }))
    }
    breaks = false
    afterTable = block.kind === 'table'
  }
  if (afterTable) drawn.push(seam())
  return drawn
}

function pageProperties({ widthMm, heightMm, marginsMm }: PageSetup): ISectionPropertiesOptions {
  const landscape = widthMm > heightMm
  const margin = {
    top: twips(marginsMm.top),
    right: twips(marginsMm.right),
    bottom: twips(marginsMm.bottom),
    left: twips(marginsMm.left),
  }
  return {
    page: {
      size: {
        // docx writes the longer side first when the page lies on its side.
        width: twips(landscape ? heightMm : widthMm),
        height: twips(landscape ? widthMm : heightMm),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...margin, header: Math.floor(margin.top / 2), footer: Math.floor(margin.bottom / 2), gutter: 0 },
    },
  }
}
