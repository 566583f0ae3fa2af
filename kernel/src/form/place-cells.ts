import type { TemplateCell, TemplateTable } from './form-template.ts'

/** A cell of the template on its grid; cells stand left to right where no cell from above covers the place. */
export type PlacedCell = {
  readonly cell: TemplateCell
  readonly row: number
  readonly column: number
}

/** Cells that find no free place are left out here and named by checkTemplate. */
export function placeCells({ rows, columnsMm }: TemplateTable): PlacedCell[] {
  const coveredUntil = columnsMm.map(() => 0)
  return rows.flatMap(({ cells }, row) => {
    const placed: PlacedCell[] = []
    let column = 0
    for (const cell of cells) {
      while (column < columnsMm.length && (coveredUntil[column] ?? 0) > row) column += 1
      if (column >= columnsMm.length) break
      const [width, height] = cell.span
      coveredUntil.fill(row + height, column, column + width)
      placed.push({ cell, row, column })
      column += width
    }
    return placed
  })
}
