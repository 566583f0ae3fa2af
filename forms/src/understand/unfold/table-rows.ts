import { filledCells, type SheetItem, type SheetRow } from '../cells/sheet.ts'
import { isTotal } from '../indicators/table-totals.ts'
import type { Vocabulary } from '../words/vocabulary.ts'

/** The head at this place and all rows under it, up to the total or whatever is no indicator. */
export function rowsOfTable(items: readonly SheetItem[], at: number, vocabulary: Vocabulary): readonly SheetRow[] {
  const rows: SheetRow[] = []
  for (const item of items.slice(at)) {
    if (item.kind !== 'row' || (rows[0] !== undefined && item.table !== rows[0].table)) break
    const [first] = filledCells(item)
    if (rows.length > 0 && first !== undefined && (isTotal(item) || vocabulary.endsTable(first.text))) break
    rows.push(item)
  }
  return rows
}

type Span = readonly [from: number, to: number]

/** The row with the cells of these places only; what it says about itself stays. */
export function rowWith(row: SheetRow, spans: readonly Span[]): SheetRow {
  const cells = spans.flatMap(([from, to]) => row.cells.slice(from, to))
  const raw = spans.flatMap(([from, to]) => row.raw.slice(from, to))
  return { ...row, cells, raw, width: cells.length }
}
