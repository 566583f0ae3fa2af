import type { LaidForm, LaidTable, PageSetup, TextStyle } from '@shiji/kernel/form/laid-form'
import { type DrawnBlock, isTitle, type LaidParagraph, partsOf } from './form-parts.ts'
import { sheetNames } from './sheet-names.ts'
import { type FineGrid, fineGrid } from './xlsx-grid.ts'
import { rowHeightsPt, textHeightPt, worksheetRows } from './xlsx-row-heights.ts'
import { type SheetValue, sheetValue, textValue } from './xlsx-value.ts'
import { xmlText } from './xml-text.ts'

/** A worksheet in numbers: rows and columns count from 1, both ends included, as spreadsheets count. */
export type Sheet = {
  readonly name: string
  readonly page: PageSetup
  readonly columnsMm: readonly number[]
  readonly rowHeightsPt: readonly number[]
  readonly regions: readonly Region[]
  /** Printed again at the top of every further page. */
  readonly titleRows: RowRange | null
}

export type Region = RowRange & {
  readonly left: number
  readonly right: number
  readonly style: TextStyle
  readonly ruled: boolean
  readonly value: SheetValue
}

type RowRange = { readonly top: number; readonly bottom: number }

/** The most characters one cell holds in Excel. */
const LONGEST_CELL_TEXT = 32_000
const PARAGRAPH_GAP_EM = 0.4

/** One worksheet for each part of the form; the sheet is called what the part's title says. */
export function sheetsOf(form: LaidForm): readonly Sheet[] {
  const parts = partsOf(form)
  const names = sheetNames(parts.map((part) => titleOf(part, form)))
  return parts.map((part, at) => sheetOf(part, { name: names[at] ?? '', page: form.page }))
}

function titleOf(part: readonly DrawnBlock[], form: LaidForm): string {
  const title = part.find((block): block is LaidParagraph => block.kind === 'paragraph' && isTitle(block, form))
  return title?.text ?? form.title
}

function sheetOf(part: readonly DrawnBlock[], { name, page }: { name: string; page: PageSetup }): Sheet {
  const tables = part.filter((block) => block.kind === 'table')
  const grid = fineGrid(tables, page.widthMm - page.marginsMm.left - page.marginsMm.right)
  const rowHeights: number[] = []
  const regions: Region[] = []
  let titled: { rows: number; range: RowRange } | null = null
  for (const block of part) {
    if (block.kind === 'paragraph') {
      addParagraph(block, { grid, rowHeights, regions })
      continue
    }
    const starts = addTable(block, { grid, rowHeights, regions })
    // A worksheet repeats one block of rows: the head of its longest table.
    if (block.headRows > 0 && block.rows.length > (titled?.rows ?? 0)) {
      const bottom = (starts[block.headRows] ?? rowHeights.length + 1) - 1
      titled = { rows: block.rows.length, range: { top: starts[0] ?? 1, bottom } }
    }
  }
  return { name, page, columnsMm: grid.columnsMm, rowHeightsPt: rowHeights, regions, titleRows: titled?.range ?? null }
}

type Drawing = { readonly grid: FineGrid; readonly rowHeights: number[]; readonly regions: Region[] }

function addParagraph({ text, style }: LaidParagraph, { grid, rowHeights, regions }: Drawing): void {
  const widthMm = grid.columnsMm.reduce((sum, width) => sum + width, 0)
  const clean = xmlText(text)
  const rows = worksheetRows(textHeightPt(clean, { widthMm, sizePt: style.sizePt }) + style.sizePt * PARAGRAPH_GAP_EM)
  const top = rowHeights.length + 1
  rowHeights.push(...rows)
  const value: SheetValue = clean === '' ? { kind: 'empty' } : textValue(clean)
  const place = { top, bottom: rowHeights.length, left: 1, right: grid.columnsMm.length }
  regions.push(...withinCellLimit({ ...place, style: { ...style, valign: 'middle' }, ruled: false, value }))
}

/** Answers the first worksheet row of every laid row. */
function addTable(table: LaidTable, { grid, rowHeights, regions }: Drawing): readonly number[] {
  const starts = rowHeightsPt(table).map((heightPt) => {
    const start = rowHeights.length + 1
    rowHeights.push(...worksheetRows(heightPt))
    return start
  })
  const after = rowHeights.length + 1
  table.rows.forEach((row, at) => {
    for (const cell of row.cells) {
      const region: Region = {
        top: starts[at] ?? after,
        bottom: (starts[at + cell.rowSpan] ?? after) - 1,
        left: grid.columnAt(table, cell.column) + 1,
        right: grid.columnAt(table, cell.column + cell.colSpan),
        style: cell.style,
        ruled: cell.style.border === 'all',
        value: sheetValue(xmlText(cell.text), cell.value),
      }
      regions.push(...withinCellLimit(region))
    }
  })
  return starts
}

/** A text longer than a cell may hold goes on in the rows below; so long a text always stands in several rows. */
function withinCellLimit(region: Region): Region[] {
  const { value, top, bottom } = region
  if (value.kind !== 'text' || value.text.length <= LONGEST_CELL_TEXT) return [region]
  const pieces = Math.ceil(value.text.length / LONGEST_CELL_TEXT)
  const rowOf = (piece: number) => top + Math.floor(((bottom + 1 - top) * piece) / pieces)
  return Array.from({ length: pieces }, (_, piece) => ({
    ...region,
    top: rowOf(piece),
    bottom: rowOf(piece + 1) - 1,
    value: textValue(value.text.slice(piece * LONGEST_CELL_TEXT, (piece + 1) * LONGEST_CELL_TEXT)),
  }))
}
