import type { Border, Cell, Style, Worksheet } from '@cj-tech-master/excelts'
import type { PageSetup } from '@shiji/kernel/form/laid-form'
import { type FontMap, fontName } from '../fonts/font-map.ts'
import type { Region, Sheet } from './xlsx-sheet.ts'

/** The one file that knows the spreadsheet library. Merged ranges and quoted cells are finished in xlsx-package.ts. */

/** The font of the Normal style; spreadsheets measure column widths in its figures, 8 pixels each at 96 dpi. */
const NORMAL_FONT = { name: '宋体', size: 11, family: 3, charset: 134 }
const PIXELS_PER_FIGURE = 8
const PIXELS_PER_MM = 96 / 25.4
const MM_PER_INCH = 25.4
const GB2312_CHARSET = 134

/** Older Excel shows a longer text in a cell of format Text as ####. */
const LONGEST_TEXT_FORMAT = 255

const LINE: Partial<Border> = { style: 'thin', color: { argb: 'FF000000' } }
const AROUND = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/** ECMA-376 §18.3.1.63, by the shorter and longer side in millimetres. */
const PAPER_SIZES: readonly (readonly [number, number, number])[] = [
  [297, 420, 8],
  [210, 297, 9],
  [148, 210, 11],
  [182, 257, 13],
]
const PAPER_A4 = 9

export type WorkbookLook = { readonly title: string; readonly fonts: FontMap }

export async function workbookBytes(sheets: readonly Sheet[], { title, fonts }: WorkbookLook): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  workbook.title = title
  workbook.defaultFont = NORMAL_FONT
  const styles: StyleTable = { known: new Map(), fonts }
  for (const sheet of sheets) addSheet(workbook.addWorksheet(sheet.name), sheet, styles)
  return workbook.xlsx.writeBuffer()
}

function addSheet(worksheet: Worksheet, sheet: Sheet, styles: StyleTable): void {
  worksheet.columns = columnWidths(sheet.columnsMm).map((width) => ({ width }))
  sheet.rowHeightsPt.forEach((height, at) => {
    worksheet.getRow(at + 1).height = height
  })
  for (const region of sheet.regions) addRegion(worksheet, region, styles)
  Object.assign(worksheet.pageSetup, pageSetup(sheet))
  worksheet.views = [{ state: 'normal', showGridLines: false }]
}

/** Cells that look alike share one object, which is what the library counts styles by. */
type StyleTable = { readonly known: Map<string, Partial<Style>>; readonly fonts: FontMap }

/** Every cell of a merged range carries the range's lines; only the first holds the value. */
function addRegion(worksheet: Worksheet, region: Region, styles: StyleTable): void {
  const style = sharedStyle(region, styles)
  setValue(worksheet.getCell(region.top, region.left), region)
  const { bottom, right } = region.ruled ? region : { bottom: region.top, right: region.left }
  for (let row = region.top; row <= bottom; row += 1) {
    for (let column = region.left; column <= right; column += 1) worksheet.getCell(row, column).style = style
  }
}

function setValue(cell: Cell, { value }: Region): void {
  switch (value.kind) {
    case 'empty':
      return
    case 'number':
      cell.value = value.number
      return
    case 'text':
      cell.value = value.text
  }
}

function sharedStyle(region: Region, styles: StyleTable): Partial<Style> {
  const { font, sizePt, bold, align, valign } = region.style
  const format = formatOf(region)
  const quoted = region.value.kind === 'text' && region.value.keeping === 'quoted'
  const key = JSON.stringify([font, sizePt, bold, align, valign, region.ruled, format, quoted])
  const known = styles.known.get(key)
  if (known !== undefined) return known
  const style: Partial<Style> = {
    font: { name: fontName(font, styles.fonts), size: sizePt, bold, charset: GB2312_CHARSET },
    alignment: {
      horizontal: align,
      vertical: valign,
      wrapText: true,
      // The library has no quotePrefix: xlsx-package.ts sets it where the reading order is said.
      ...(quoted ? { readingOrder: 'ltr' } : {}),
    },
    ...(region.ruled ? { border: AROUND } : {}),
    ...(format === null ? {} : { numFmt: format }),
  }
  styles.known.set(key, style)
  return style
}

function formatOf({ value }: Region): string | null {
  switch (value.kind) {
    case 'empty':
      return null
    case 'number':
      return value.format
    case 'text':
      return value.keeping === 'plain' || value.text.length > LONGEST_TEXT_FORMAT ? null : '@'
  }
}

/** Each edge is rounded to a pixel by itself, so the sum of many columns stays true. */
function columnWidths(columnsMm: readonly number[]): number[] {
  let edgeMm = 0
  return columnsMm.map((widthMm) => {
    const start = Math.round(edgeMm * PIXELS_PER_MM)
    edgeMm += widthMm
    const pixels = Math.max(1, Math.round(edgeMm * PIXELS_PER_MM) - start)
    return Math.trunc((pixels / PIXELS_PER_FIGURE) * 256) / 256
  })
}

function pageSetup({ page, columnsMm, rowHeightsPt, titleRows }: Sheet) {
  const { top, right, bottom, left } = page.marginsMm
  const inches = (mm: number) => Math.round((mm / MM_PER_INCH) * 1000) / 1000
  const lastCell = `${columnName(columnsMm.length)}${Math.max(1, rowHeightsPt.length)}`
  return {
    paperSize: paperSize(page),
    orientation: page.widthMm > page.heightMm ? 'landscape' : 'portrait',
    margins: {
      top: inches(top),
      right: inches(right),
      bottom: inches(bottom),
      left: inches(left),
      header: inches(top / 2),
      footer: inches(bottom / 2),
    },
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printArea: `A1:${lastCell}`,
    ...(titleRows === null ? {} : { printTitlesRow: `${titleRows.top}:${titleRows.bottom}` }),
  }
}

function paperSize({ widthMm, heightMm }: PageSetup): number {
  const [short, long] = [Math.min(widthMm, heightMm), Math.max(widthMm, heightMm)]
  const paper = PAPER_SIZES.find(([a, b]) => Math.abs(a - short) < 2 && Math.abs(b - long) < 2)
  return paper?.[2] ?? PAPER_A4
}

export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
