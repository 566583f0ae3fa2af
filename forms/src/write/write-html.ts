import type {
  FontRole,
  LaidCell,
  LaidForm,
  LaidRow,
  LaidTable,
  PageSetup,
  TextStyle,
} from '@shiji/kernel/form/laid-form'
import { FONT_NAMES, LATIN_FONT } from './fonts/font-map.ts'
import { type DrawnBlock, isTitle, partsOf } from './layout/form-parts.ts'
import { CELL_INSET_MM, LINE_HEIGHT, textHeightMm } from './layout/text-extent.ts'
import { xmlText } from './layout/xml-text.ts'

/** A row of more text than this share of the page may be cut by a page's end; moved whole it would leave a hole. */
const UNBROKEN_SHARE_OF_PAGE = 0.25

/** Browsers cut off what stands beyond the print area: room for the outer half of a table's right line. */
const LINE_ROOM_MM = 0.5

/** The face of official titles is a heavy 宋体; where none is installed the bold cut of a free 宋体 comes closest. */
const TITLE_FACE = {
  name: 'official-title',
  cuts: [FONT_NAMES.小标宋.official, ...FONT_NAMES.小标宋.fallbacks]
    .filter((name) => name !== FONT_NAMES.宋体.official && !FONT_NAMES.宋体.fallbacks.includes(name))
    .concat('Noto Serif CJK SC Bold', 'Source Han Serif SC Bold', 'Noto Serif SC Bold'),
}

/** One page that needs nothing else: on a screen sheets of paper on a desk, in print the paper itself. */
export function writeHtml(form: LaidForm): string {
  const { heightMm, marginsMm } = form.page
  const unbrokenMm = (heightMm - marginsMm.top - marginsMm.bottom) * UNBROKEN_SHARE_OF_PAGE
  const drawing: Drawing = { form, styles: new StyleSheet(), unbrokenMm }
  const sheets = partsOf(form).map((blocks) => sheet(blocks, drawing))
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(form.title)}</title>`,
    `<style>\n${pageRules(form.page)}\n${drawing.styles.rules()}\n</style>`,
    '</head>',
    '<body>',
    ...sheets,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

type Drawing = { readonly form: LaidForm; readonly styles: StyleSheet; readonly unbrokenMm: number }

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

function sheet(blocks: readonly DrawnBlock[], drawing: Drawing): string {
  return ['<section class="sheet">', ...blocks.map((block) => drawBlock(block, drawing)), '</section>'].join('\n')
}

function drawBlock(block: DrawnBlock, drawing: Drawing): string {
  if (block.kind === 'table') return drawTable(block, drawing)
  const tag = isTitle(block, drawing.form) ? 'h1' : 'p'
  return `<${tag} class="${drawing.styles.classOf(block.style)}">${textOf(block.text)}</${tag}>`
}

function drawTable(table: LaidTable, drawing: Drawing): string {
  const { columnsMm, rows } = table
  const headRows = standsAlone(table) ? table.headRows : 0
  const drawn = rows.map((row, index) => {
    const tag = index < headRows ? 'th' : 'td'
    const cells = row.cells.map((cell) => drawCell(cell, tag, drawing.styles))
    const long = isLong(row, table, drawing) ? ' class="long"' : ''
    return `<tr${long} style="height:${mm(row.minHeightMm)}">${cells.join('')}</tr>`
  })
  const head = headRows > 0 ? ['<thead>', ...drawn.slice(0, headRows), '</thead>'] : []
  return [
    `<table style="width:${mm(sum(columnsMm))}">`,
    `<colgroup>${columnsMm.map((column) => `<col style="width:${mm(column)}">`).join('')}</colgroup>`,
    ...head,
    '<tbody>',
    ...drawn.slice(headRows),
    '</tbody>',
    '</table>',
  ].join('\n')
}

/** HTML ends every merged cell with the table head, so a head that reaches into the body is no head. */
function standsAlone({ headRows, rows }: LaidTable): boolean {
  return rows.slice(0, headRows).every(({ cells }, row) => cells.every(({ rowSpan }) => row + rowSpan <= headRows))
}

function isLong({ cells }: LaidRow, { columnsMm }: LaidTable, { unbrokenMm }: Drawing): boolean {
  return cells.some(({ text, style, column, colSpan, rowSpan }) => {
    const widthMm = sum(columnsMm.slice(column, column + colSpan)) - 2 * CELL_INSET_MM.x
    return textHeightMm(text, { widthMm, sizePt: style.sizePt }) > unbrokenMm * rowSpan
  })
}

function drawCell({ colSpan, rowSpan, text, style }: LaidCell, tag: 'td' | 'th', styles: StyleSheet): string {
  const columns = colSpan > 1 ? ` colspan="${colSpan}"` : ''
  const rows = rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''
  return `<${tag} class="${styles.classOf(style)}"${columns}${rows}>${textOf(text)}</${tag}>`
}

function pageRules({ widthMm, heightMm, marginsMm: { top, right, bottom, left } }: PageSetup): string {
  const margins = [top, right, bottom, left].map(mm).join(' ')
  const printMargins = [top, Math.max(0, right - LINE_ROOM_MM), bottom, left].map(mm).join(' ')
  return `@font-face { font-family: "${TITLE_FACE.name}"; src: ${TITLE_FACE.cuts.map((cut) => `local("${cut}")`).join(', ')} }
@page { size: ${mm(widthMm)} ${mm(heightMm)}; margin: ${printMargins} }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; print-color-adjust: exact }
body { margin: 0; color: #000; background: #d9dadc }
.sheet { width: ${mm(widthMm)}; min-height: ${mm(heightMm)}; margin: 8mm auto; padding: ${margins}; background: #fff; box-shadow: 0 1mm 4mm #0003 }
p, h1 { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; min-height: 1lh }
table { border-collapse: collapse; table-layout: fixed }
thead { display: table-header-group }
tr { break-inside: avoid }
tr.long { break-inside: auto }
td, th { padding: ${mm(CELL_INSET_MM.y)} ${mm(CELL_INSET_MM.x)}; white-space: pre-wrap; overflow-wrap: anywhere }
@media print {
  body { background: none }
  .sheet { width: auto; min-height: 0; margin: 0; padding: 0 ${mm(LINE_ROOM_MM)} 0 0; box-shadow: none }
  .sheet + .sheet { break-before: page }
}`
}

function textRule({ font, sizePt, bold, align, valign, border }: TextStyle): string {
  const line = border === 'all' ? '0.5pt solid #000' : 'none'
  return [
    `font: ${bold ? 'bold ' : ''}${sizePt}pt/${LINE_HEIGHT} ${fontStack(font)}`,
    `text-align: ${align}`,
    `vertical-align: ${valign}`,
    `border: ${line}`,
  ].join('; ')
}

/** Figures and Latin letters take the first font, 汉字 the first one that has them; a title is of one face. */
function fontStack(role: FontRole): string {
  const { official, fallbacks } = FONT_NAMES[role]
  const first = role === '小标宋' ? TITLE_FACE.name : LATIN_FONT
  return [first, official, ...fallbacks].map((name) => `"${name}"`).join(', ')
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0)
}

function mm(length: number): string {
  return `${Number(length.toFixed(3))}mm`
}

function textOf(text: string): string {
  return escapeText(text).replaceAll('\n', '<br>')
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escapeText(text: string): string {
  return xmlText(text).replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter)
}
