import type { BlockBuilder } from '../block-builder.ts'
import { distinctEdges, edgeAt } from '../pdf/edges.ts'

/** A cell that says where its edges lie instead of how many columns it spans. */
export type PlacedCell = {
  readonly paragraphs: { readonly text: string; readonly line: number }[]
  readonly left: number
  readonly right: number
  readonly continues: 'left' | 'up' | null
}
export type PlacedRow = { readonly line: number; readonly cells: readonly PlacedCell[] }

/** The table whose columns lie between all edges of its cells; edges nearer than `near` are one. */
export function addPlacedTable(rows: readonly PlacedRow[], builder: BlockBuilder, near: number): void {
  const edges = distinctEdges(
    rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])),
    near,
  )
  builder.openTable()
  for (const { line, cells } of rows) {
    builder.openRow(line)
    const indent = edgeAt(edges, cells[0]?.left ?? 0, near)
    for (let skipped = 0; skipped < indent; skipped += 1) builder.openCell(line)
    for (const { paragraphs, left, right, continues } of cells) {
      const columns = Math.max(1, edgeAt(edges, right, near) - edgeAt(edges, left, near))
      builder.openCell(line, { columns, continues })
      for (const paragraph of continues ? [] : paragraphs) builder.addText(paragraph.text, paragraph.line)
      builder.closeCell()
    }
    builder.closeRow()
  }
  builder.closeTable()
}
