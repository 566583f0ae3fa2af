import type { RawCell, RawDocument } from '../../read/raw-document.ts'
import { cleanCell } from './cell-text.ts'

/** The document as one run of rows and lines of text, cleaned of markup, each row knowing the table it stood in. */
export type Sheet = { readonly items: readonly SheetItem[]; readonly tellsMerges: boolean }
export type SheetItem = SheetText | SheetRow
export type SheetText = {
  readonly kind: 'text'
  readonly text: string
  readonly line: number | null
  readonly begins?: true
  /** The name of a worksheet. */
  readonly sheet?: true
  /** Printed in the head margin of the pages. */
  readonly margin?: true
}
export type SheetRow = {
  readonly kind: 'row'
  readonly cells: readonly SheetCell[]
  readonly raw: readonly string[]
  readonly line: number | null
  /** Which table of the document; a page break often ends one and begins the next. */
  readonly table: number
  readonly width: number
  /** Another project of a list begins here. */
  readonly begins?: true
  /** The reader made the row out by where its text stands. */
  readonly byPosition?: true
  /** A promise that stood in one cell with others, as a sentence. */
  readonly inText?: true
  /** The head of promises of the whole term, which stood left of those of the year. */
  readonly wholeTerm?: true
}
export type SheetCell = { readonly text: string; readonly merged: RawCell['merged'] }
/** `wide` counts the places the cell covers, as far as the format tells merges. */
export type FilledCell = { readonly at: number; readonly text: string; readonly wide: number }

/** Wider tables than this are no forms; what stands further right is kept in the raw cells only. */
const MAX_CELLS = 64
const MAX_CELL_TEXT = 20_000

export function sheetOf(document: RawDocument): Sheet {
  let tellsMerges = false
  const items = document.blocks.flatMap((block, table): SheetItem[] => {
    if (block.kind === 'text') {
      const text = cleanCell(block.text)
      const { line, sheet, margin } = block
      return [{ kind: 'text', text, line, ...(sheet ? { sheet } : {}), ...(margin ? { margin } : {}) }]
    }
    const width = usedWidth(block.rows.map((row) => row.cells))
    return block.rows.map((row) => {
      const kept = row.cells.slice(0, MAX_CELLS)
      tellsMerges ||= kept.some((cell) => cell.merged !== null)
      return {
        kind: 'row',
        cells: kept.map((cell) => ({ text: cleanCell(cell.text.slice(0, MAX_CELL_TEXT)), merged: cell.merged })),
        raw: row.cells.map((cell) => cell.text),
        line: row.line,
        table,
        width,
        ...(block.byPosition ? ({ byPosition: true } as const) : {}),
      }
    })
  })
  return { items, tellsMerges }
}

export function filledCells(row: SheetRow): FilledCell[] {
  return row.cells.flatMap(({ text }, at) => (text === '' ? [] : [{ at, text, wide: widthAt(row, at) }]))
}

function widthAt(row: SheetRow, at: number): number {
  let wide = 1
  while (row.cells[at + wide]?.merged === 'left') wide += 1
  return wide
}

/** The text of a line, or of the only cell of a row: where titles, units and headings stand. */
export function loneText(item: SheetItem): string | null {
  if (item.kind === 'text') return item.text
  const [only, second] = filledCells(item)
  return only !== undefined && second === undefined ? only.text : null
}

function usedWidth(rows: readonly (readonly RawCell[])[]): number {
  return rows.reduce((width, cells) => Math.max(width, Math.min(cells.length, MAX_CELLS)), 0)
}
