import type { LaidCell, LaidTable } from '@shiji/kernel/form/laid-form'

/** What stands at one place of a table row, left to right, so that every grid column of the row is told. */
export type Placed =
  | { readonly kind: 'cell'; readonly cell: LaidCell; readonly column: number; readonly colSpan: number }
  /** The cell reaches down into this row from one above. */
  | { readonly kind: 'continued'; readonly cell: LaidCell; readonly column: number; readonly colSpan: number }
  | { readonly kind: 'gap'; readonly column: number; readonly colSpan: number }

type Reaching = { readonly cell: LaidCell; readonly rowsLeft: number }

export function placedRows(table: LaidTable): readonly (readonly Placed[])[] {
  const width = table.columnsMm.length
  let reaching = new Map<number, Reaching>()
  return table.rows.map((row, index) => {
    const below = new Map<number, Reaching>()
    const starting = new Map(row.cells.map((cell) => [cell.column, cell]))
    const places: Placed[] = []
    for (let column = 0; column < width; ) {
      const from = reaching.get(column)
      const cell = from?.cell ?? starting.get(column)
      const place = placeAt(column, cell, from !== undefined)
      const rowsLeft = from === undefined ? Math.min(cell?.rowSpan ?? 1, table.rows.length - index) : from.rowsLeft
      if (cell !== undefined && rowsLeft > 1) below.set(column, { cell, rowsLeft: rowsLeft - 1 })
      addPlace(places, place)
      column += place.colSpan
    }
    reaching = below
    return places
  })
}

function placeAt(column: number, cell: LaidCell | undefined, continued: boolean): Placed {
  if (cell === undefined) return { kind: 'gap', column, colSpan: 1 }
  return { kind: continued ? 'continued' : 'cell', cell, column, colSpan: cell.colSpan }
}

/** Neighbouring gaps are one gap. */
function addPlace(places: Placed[], place: Placed): void {
  const last = places.at(-1)
  if (place.kind === 'gap' && last?.kind === 'gap') {
    places[places.length - 1] = { kind: 'gap', column: last.column, colSpan: last.colSpan + 1 }
  } else places.push(place)
}
