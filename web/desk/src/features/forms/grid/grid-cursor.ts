/** Where a person stands in a grid and what they have typed there but not yet entered. */
export type GridCursor = {
  readonly at: GridPlace
  /** The other corner of the selection. */
  readonly from: GridPlace
  /** Text being typed; null while moving about. */
  readonly draft: string | null
}

export type GridPlace = { readonly row: number; readonly column: number }
export type GridShape = { readonly rows: number; readonly columns: number; readonly page: number }

export const START: GridCursor = { at: { row: 0, column: 0 }, from: { row: 0, column: 0 }, draft: null }

export function standAt(place: GridPlace): GridCursor {
  return { at: place, from: place, draft: null }
}

/** Before which row a new one goes: below where one stands, and at the end while one has not been in the grid. */
export function rowBelow(cursor: GridCursor, rows: number): number {
  return cursor === START ? rows : Math.min(cursor.at.row + 1, rows)
}

/** A block that was laid from its first place stays selected, as in a spreadsheet. */
export function standOnBlock(first: GridPlace, block: readonly (readonly string[])[], columns: number): GridCursor {
  const wide = Math.max(...block.map((texts) => texts.length))
  const last = { row: first.row + block.length - 1, column: Math.min(first.column + wide, columns) - 1 }
  return { at: first, from: last, draft: null }
}

export function within({ row, column }: GridPlace, { rows, columns }: GridShape): GridPlace {
  return { row: clamp(row, rows), column: clamp(column, columns) }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1))
}

export type GridArea = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export function selectedArea({ at, from }: GridCursor): GridArea {
  return {
    top: Math.min(at.row, from.row),
    left: Math.min(at.column, from.column),
    bottom: Math.max(at.row, from.row),
    right: Math.max(at.column, from.column),
  }
}

export function isSelected(area: GridArea, { row, column }: GridPlace): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}
