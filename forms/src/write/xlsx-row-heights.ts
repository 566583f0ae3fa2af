import type { LaidCell, LaidTable } from '@shiji/kernel/form/laid-form'
import { CELL_INSET_MM, linesOf } from './text-extent.ts'

const PT_PER_MM = 72 / 25.4
/** Spreadsheets set lines a little wider than a text program and show nothing of a line that does not fit. */
const LINE_HEIGHT = 1.4
/** Excel's limit for one row. */
const TALLEST_ROW_PT = 409

/** How high each laid row must be, so that all of its text is seen. */
export function rowHeightsPt(table: LaidTable): number[] {
  const heights = table.rows.map((row) => row.minHeightMm * PT_PER_MM)
  const tall: { row: number; cell: LaidCell; neededPt: number }[] = []
  table.rows.forEach((laid, row) => {
    for (const cell of laid.cells) {
      const neededPt = cellHeightPt(cell, table)
      if (cell.rowSpan > 1) tall.push({ row, cell, neededPt })
      else heights[row] = Math.max(heights[row] ?? 0, neededPt)
    }
  })
  for (const { row, cell, neededPt } of tall) {
    const end = Math.min(row + cell.rowSpan, heights.length)
    const missing = neededPt - heights.slice(row, end).reduce((sum, height) => sum + height, 0)
    for (let at = row; missing > 0 && at < end; at += 1) heights[at] = (heights[at] ?? 0) + missing / (end - row)
  }
  return heights
}

export function textHeightPt(text: string, box: { widthMm: number; sizePt: number }): number {
  return linesOf(text, box) * box.sizePt * LINE_HEIGHT
}

/** One laid row may need several worksheet rows, each within the limit. */
export function worksheetRows(heightPt: number): number[] {
  const count = Math.max(1, Math.ceil(heightPt / TALLEST_ROW_PT))
  return Array.from({ length: count }, () => Math.ceil((heightPt / count) * 4) / 4)
}

function cellHeightPt({ text, style, column, colSpan }: LaidCell, { columnsMm }: LaidTable): number {
  const acrossMm = columnsMm.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0)
  const widthMm = acrossMm - 2 * CELL_INSET_MM.x
  return textHeightPt(text, { widthMm, sizePt: style.sizePt }) + 2 * CELL_INSET_MM.y * PT_PER_MM
}
