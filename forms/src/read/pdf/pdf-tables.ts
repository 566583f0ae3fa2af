import { type CellBudget, EMPTY_CELL } from '../dense-table.ts'
import type { RawCell, RawTable } from '../raw-document.ts'
import { distinctEdges, edgeAt } from './edges.ts'
import type { Area } from './pdf-rulings.ts'

export type PdfCell = Area & { readonly text: string }

/** A table, or the part of it that stands on one page. */
export type PdfTable = { readonly area: Area; readonly cells: readonly PdfCell[]; readonly byPosition?: true }

const NEAR = 3

/** A table goes on where the next page begins with a table between the same outer edges. */
export function continues(table: PdfTable, next: PdfTable): boolean {
  return Math.abs(table.area.left - next.area.left) <= NEAR && Math.abs(table.area.right - next.area.right) <= NEAR
}

export type JoinedTable = { readonly table: RawTable; readonly repeatedRows: readonly number[] }

/** The dense table of all parts on one set of columns. Head rows repeated on a later page are left out and counted. */
export function joinParts(parts: readonly PdfTable[], budget: CellBudget): JoinedTable {
  const columns = distinctEdges(
    parts.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])),
    NEAR,
  )
  const grids = parts.map((part) => gridOf(part, columns, budget))
  const head = grids[0] ?? []
  const repeatedRows = grids.map((grid, index) => (index === 0 ? 0 : repeatedHead(head, grid)))
  const rows = withoutCoveredLines(grids.flatMap((grid, index) => grid.slice(repeatedRows[index])))

  const byPosition = parts.some((part) => part.byPosition) ? ({ byPosition: true } as const) : {}
  return { table: { kind: 'table', rows: rows.map((cells) => ({ line: null, cells })), ...byPosition }, repeatedRows }
}

function gridOf({ cells }: PdfTable, columns: readonly number[], budget: CellBudget): RawCell[][] {
  const tops = distinctEdges(
    cells.flatMap(({ top, bottom }) => [top, bottom]),
    NEAR,
  )
  const height = Math.max(0, tops.length - 1)
  const width = Math.max(0, columns.length - 1)
  budget.take(height * width)
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => EMPTY_CELL))
  for (const cell of cells) placeCell(grid, cell, { columns, tops })
  return grid
}

function placeCell(
  grid: RawCell[][],
  cell: PdfCell,
  { columns, tops }: { readonly columns: readonly number[]; readonly tops: readonly number[] },
): void {
  const from = edgeAt(columns, cell.left, NEAR)
  const to = edgeAt(columns, cell.right, NEAR)
  grid.slice(edgeAt(tops, cell.top, NEAR), edgeAt(tops, cell.bottom, NEAR)).forEach((cells, down) => {
    for (let column = from; column < to; column += 1) {
      const merged = column > from ? 'left' : down > 0 ? 'up' : null
      cells[column] = { text: merged ? '' : cell.text, merged }
    }
  })
}

function repeatedHead(head: readonly RawCell[][], grid: readonly RawCell[][]): number {
  let same = 0
  while (same < grid.length - 1 && same < head.length && areEqual(head[same], grid[same])) same += 1
  const hasText = grid.slice(0, same).some((cells) => cells.some(({ text }) => text !== ''))
  return hasText ? same : 0
}

function areEqual(one: readonly RawCell[] | undefined, other: readonly RawCell[] | undefined): boolean {
  return one?.length === other?.length && one?.every((cell, index) => isSame(cell, other?.[index])) === true
}

function isSame(one: RawCell, other: RawCell | undefined): boolean {
  return one.text === other?.text && one.merged === other.merged
}

/** A column or row in which every place is covered comes from a stray line. */
function withoutCoveredLines(rows: readonly RawCell[][]): RawCell[][] {
  const upright = rows.filter((cells) => !cells.every(({ merged }) => merged === 'up') || cells.length === 0)
  const width = upright[0]?.length ?? 0
  const kept = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !upright.every((cells) => cells[column]?.merged === 'left'),
  )
  return upright.map((cells) => kept.map((column) => cells[column] ?? EMPTY_CELL))
}
