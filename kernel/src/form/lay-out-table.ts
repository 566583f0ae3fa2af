import { fillText } from './fill-text.ts'
import type { FormContent } from './form-content.ts'
import type { FormTemplate, TemplateRow, TemplateTable } from './form-template.ts'
import type { LaidCell, LaidRow, LaidTable, TextStyle } from './laid-form.ts'
import { type PlacedCell, placeCells } from './place-cells.ts'
import { type PlacedItem, placeItems } from './repeat-items.ts'

/** One table of the template drawn for a form, or for one of its sub-projects. */
type TableJob = {
  readonly template: FormTemplate
  readonly content: FormContent
  /** The sub-project the table is drawn for, with its indicators. */
  readonly part: { readonly item: PlacedItem; readonly indicators: readonly number[] } | null
}

/** A row of the template with the items it is drawn for; a row without repeat is drawn once. */
type DrawnRow = { readonly row: TemplateRow; readonly items: readonly (PlacedItem | null)[] }

export function layOutTable(table: TemplateTable, job: TableJob): LaidTable {
  const drawn = table.rows.map((row) => ({ row, items: itemsOf(row, job) }))
  const starts = runningTotals(drawn.map(({ items }) => items.length))
  const cells: LaidCell[][] = drawn.flatMap(({ items }) => items.map(() => []))
  const joinedAt = new Map<number, Joined[]>()
  for (const placed of placeCells(table)) {
    const columns = drawColumn(placed, { drawn, starts, job, left: joinedAt.get(placed.row) ?? null })
    for (const { row, cell } of columns.cells) cells[row]?.push(cell)
    joinedAt.set(placed.row, columns.joined)
  }
  return {
    kind: 'table',
    columnsMm: table.columnsMm,
    headRows: starts[table.headRows] ?? 0,
    rows: drawn.flatMap(({ row, items }, index) =>
      items.map(
        (_, item): LaidRow => ({ minHeightMm: row.minHeightMm, cells: cells[(starts[index] ?? 0) + item] ?? [] }),
      ),
    ),
  }
}

function itemsOf({ repeat }: TemplateRow, { content, part }: TableJob): (PlacedItem | null)[] {
  if (repeat === undefined) return [part?.item ?? null]
  return placeItems(content, repeat, repeat.over === 'indicators' ? (part?.indicators ?? null) : null)
}

/** `[2, 5, 1]` → `[0, 2, 7, 8]`: the first laid row of every template row, and the end. */
function runningTotals(counts: readonly number[]): number[] {
  const totals = [0]
  for (const count of counts) totals.push((totals.at(-1) ?? 0) + count)
  return totals
}

/** Number of the merged cell each item of the row belongs to, in the column just drawn. */
type Joined = number

type Drawing = {
  readonly drawn: readonly DrawnRow[]
  readonly starts: readonly number[]
  readonly job: TableJob
  readonly left: readonly Joined[] | null
}

type PlacedLaidCell = { readonly row: number; readonly cell: LaidCell }

function drawColumn(
  placed: PlacedCell,
  { drawn, starts, job, left }: Drawing,
): { cells: readonly PlacedLaidCell[]; joined: Joined[] } {
  const { row, items } = drawn[placed.row] ?? { row: null, items: [] }
  const start = starts[placed.row] ?? 0
  const filled = items.map((item) => laidCell(placed, item, job))
  if (row?.repeat === undefined || !placed.cell.join) {
    const end = starts[placed.row + placed.cell.span[1]] ?? start + 1
    const rowSpan = row?.repeat === undefined ? end - start : 1
    return { cells: filled.map((cell, item) => ({ row: start + item, cell: { ...cell, rowSpan } })), joined: [] }
  }
  const joined = runsOf(filled, left)
  const cells = filled.flatMap((cell, item) => {
    if (item > 0 && joined[item] === joined[item - 1]) return []
    return [{ row: start + item, cell: { ...cell, rowSpan: runLength(joined, item) } }]
  })
  return { cells, joined }
}

/** The run a row belongs to: it goes on while the words are the same and the cell to the left is still the same one. */
function runsOf(cells: readonly LaidCell[], left: readonly Joined[] | null): Joined[] {
  const runs: Joined[] = []
  for (const [item, { text }] of cells.entries()) {
    const sameParent = left === null || left.length === 0 || left[item] === left[item - 1]
    const goesOn = item > 0 && text !== '' && text === cells[item - 1]?.text && sameParent
    runs.push(goesOn ? (runs[item - 1] ?? item) : item)
  }
  return runs
}

function runLength(joined: readonly Joined[], from: number): number {
  let end = from + 1
  while (joined[end] === joined[from]) end += 1
  return end - from
}

function laidCell({ cell, column }: PlacedCell, item: PlacedItem | null, { template, content }: TableJob): LaidCell {
  const filled = fillText(cell.text, { content, item })
  return { column, colSpan: cell.span[0], rowSpan: 1, ...filled, style: styleOf(template, cell.style ?? 'cell') }
}

/** Every style that a checked template names exists; `cell` is what a cell without a style takes. */
export function styleOf(template: FormTemplate, name: string): TextStyle {
  const style = template.styles[name]
  if (style === undefined) throw new Error(`template ${template.id} has no style ${name}`)
  return style
}
