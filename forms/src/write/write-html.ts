import type {
  FontRole,
  LaidBlock,
  LaidCell,
  LaidForm,
  LaidTable,
  PageSetup,
  TextStyle,
} from '@shiji/kernel/form/laid-form'
import { FONT_NAMES, LATIN_FONT } from './font-map.ts'

/** One page that needs nothing else: on a screen sheets of paper on a desk, in print the paper itself. */
export function writeHtml(form: LaidForm): string {
  const styles = new StyleSheet()
  const sheets = splitAtPageBreaks(form.blocks).map((blocks) => sheet(blocks, styles))
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(form.title)}</title>`,
    `<style>\n${pageRules(form.page)}\n${styles.rules()}\n</style>`,
    '</head>',
    '<body>',
    ...sheets,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Text styles seen so far, each a class of its own, so that the page stays small and readable. */
class StyleSheet {
  readonly #names = new Map<string, string>()

  classOf(style: TextStyle): string {
    const rule = textRule(style)
    const name = this.#names.get(rule) ?? `s${this.#names.size + 1}`
    this.#names.set(rule, name)
    return name
  }

  rules(): string {
    return [...this.#names].map(([rule, name]) => `.${name} { ${rule} }`).join('\n')
  }
}

function splitAtPageBreaks(blocks: readonly LaidBlock[]): LaidBlock[][] {
  const sheets: LaidBlock[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'page-break') sheets.push([])
    else sheets.at(-1)?.push(block)
  }
  return sheets
}

function sheet(blocks: readonly LaidBlock[], styles: StyleSheet): string {
  return ['<section class="sheet">', ...blocks.map((block) => drawBlock(block, styles)), '</section>'].join('\n')
}

function drawBlock(block: LaidBlock, styles: StyleSheet): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p class="${styles.classOf(block.style)}">${textOf(block.text)}</p>`
    case 'table':
      return drawTable(block, styles)
    case 'page-break':
      return ''
  }
}

function drawTable({ columnsMm, headRows, rows }: LaidTable, styles: StyleSheet): string {
  const width = columnsMm.reduce((sum, column) => sum + column, 0)
  const drawn = rows.map(({ minHeightMm, cells }, index) => {
    const tag = index < headRows ? 'th' : 'td'
    return `<tr style="height:${mm(minHeightMm)}">${cells.map((cell) => drawCell(cell, tag, styles)).join('')}</tr>`
  })
  const head = headRows > 0 ? ['<thead>', ...drawn.slice(0, headRows), '</thead>'] : []
  return [
    `<table style="width:${mm(width)}">`,
    `<colgroup>${columnsMm.map((column) => `<col style="width:${mm(column)}">`).join('')}</colgroup>`,
    ...head,
    '<tbody>',
    ...drawn.slice(headRows),
    '</tbody>',
    '</table>',
  ].join('\n')
}

function drawCell({ colSpan, rowSpan, text, style }: LaidCell, tag: 'td' | 'th', styles: StyleSheet): string {
  const columns = colSpan > 1 ? ` colspan="${colSpan}"` : ''
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''
  return `<${tag} class="${styles.classOf(style)}"${columns}${rows}>${textOf(text)}</${tag}>`
}

function pageRules({ widthMm, heightMm, marginsMm: { top, right, bottom, left } }: PageSetup): string {
  const margins = [top, right, bottom, left].map(mm).join(' ')
  return `@page { size: ${mm(widthMm)} ${mm(heightMm)}; margin: ${margins} }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; print-color-adjust: exact }
body { margin: 0; color: #000; background: #d9dadc }
.sheet { width: ${mm(widthMm)}; min-height: ${mm(heightMm)}; margin: 8mm auto; padding: ${margins}; background: #fff; box-shadow: 0 1mm 4mm #0003 }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; min-height: 1em }
table { border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
td, th { padding: 0.8mm 1.4mm; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.35; font-weight: inherit }
@media print {
  body { background: none }
  .sheet { width: auto; min-height: 0; margin: 0; padding: 0; box-shadow: none }
  .sheet + .sheet { break-before: page }
}`
}

function textRule({ font, sizePt, bold, align, valign, border }: TextStyle): string {
  const line = border === 'all' ? '0.5pt solid #000' : 'none'
  return [
    `font: ${bold ? 'bold ' : ''}${sizePt}pt ${fontStack(font)}`,
    `text-align: ${align}`,
    `vertical-align: ${valign}`,
    `border: ${line}`,
  ].join('; ')
}

/** Figures and Latin letters take the first font, 汉字 the first one that has them. */
function fontStack(role: FontRole): string {
  const { official, fallbacks } = FONT_NAMES[role]
  return [LATIN_FONT, official, ...fallbacks].map((name) => `"${name}"`).join(', ')
}

function mm(length: number): string {
  return `${Number(length.toFixed(3))}mm`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter)
}

function textOf(text: string): string {
  return escapeText(text).replaceAll('\n', '<br>')
}
