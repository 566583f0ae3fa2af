import type { LaidTable } from '@shiji/kernel/form/laid-form'

/**
 * The columns of a worksheet on which tables of different grids stand under each other: every column edge of every
 * table is an edge here, and a table's cell spans as many fine columns as it needs to keep its width.
 */
export type FineGrid = {
  readonly columnsMm: readonly number[]
  /** Fine column that begins at this edge of the table's own grid. */
  readonly columnAt: (table: LaidTable, edge: number) => number
}

/** Edges nearer than this are one: nobody sees the difference and a column of a hair's width only disturbs. */
const SAME_EDGE_MM = 0.4

export function fineGrid(tables: readonly LaidTable[], textWidthMm: number): FineGrid {
  const widths = tables.map((table) => table.columnsMm.reduce((sum, width) => sum + width, 0))
  const widest = widths.length === 0 ? textWidthMm : Math.max(...widths)
  // A narrower table stands in the middle, as on the page.
  const edgesOf = new Map(tables.map((table, at) => [table, edges(table, (widest - (widths[at] ?? 0)) / 2)]))
  const narrowest = Math.min(...tables.flatMap((table) => table.columnsMm))
  const merged = mergeEdges([0, widest, ...[...edgesOf.values()].flat()], Math.min(SAME_EDGE_MM, narrowest / 2))
  return {
    columnsMm: merged.edges.slice(1).map((edge, at) => edge - (merged.edges[at] ?? 0)),
    columnAt: (table, edge) => merged.indexOf.get(edgesOf.get(table)?.[edge] ?? 0) ?? 0,
  }
}

function edges(table: LaidTable, start: number): number[] {
  let edge = start
  return [start, ...table.columnsMm.map((width) => (edge += width))]
}

function mergeEdges(all: readonly number[], tolerance: number) {
  const kept: number[] = []
  const indexOf = new Map<number, number>()
  for (const edge of all.toSorted((a, b) => a - b)) {
    if (edge - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > tolerance) kept.push(edge)
    indexOf.set(edge, kept.length - 1)
  }
  return { edges: kept, indexOf }
}
