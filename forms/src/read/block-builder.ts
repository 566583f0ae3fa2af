import { type CellBudget, EMPTY_CELL } from './dense-table.ts'
import type { RawBlock, RawCell, RawRow, RawTable } from './raw-document.ts'
import type { ReadLimits } from './read-limits.ts'
import { refuseReading } from './read-problem.ts'

export type CellSpans = { columns: number; rows: number; continues: 'left' | 'up' | null }

type SourceCell = { readonly blocks: RawBlock[]; readonly spans: CellSpans }
type SourceRow = { readonly line: number | null; readonly cells: SourceCell[] }
type OpenTable = { readonly rows: SourceRow[]; row: SourceRow | null; cell: SourceCell | null }

/**
 * Collects paragraphs and tables in document order from formats that nest them (HTML, Word).
 *
 * A table inside a cell becomes a table of its own right after the one it stands in. A table of one column that holds
 * tables is a frame for layout: its content is taken out in order and the frame is left out.
 */
export class BlockBuilder {
  readonly #budget: CellBudget
  readonly #limits: ReadLimits
  readonly #blocks: RawBlock[] = []
  readonly #tables: OpenTable[] = []
  #characters = 0

  constructor(budget: CellBudget, limits: ReadLimits) {
    this.#budget = budget
    this.#limits = limits
  }

  addText(text: string, line: number | null): void {
    const trimmed = text.trim()
    if (trimmed === '') return
    this.#characters += trimmed.length
    if (this.#characters > this.#limits.characters) refuseReading('too-much-text', { limit: this.#limits.characters })
    this.#place({ kind: 'text', text: trimmed, line })
  }

  openTable(): void {
    if (this.#tables.length >= this.#limits.depth) refuseReading('too-deep', { limit: this.#limits.depth })
    this.#tables.push({ rows: [], row: null, cell: null })
  }

  openRow(line: number | null): void {
    const table = this.#tables.at(-1)
    if (!table) return
    table.cell = null
    table.row = { line, cells: [] }
    table.rows.push(table.row)
  }

  /** The open row is not kept; its cells may still be opened. */
  dropRow(): void {
    const table = this.#tables.at(-1)
    if (!table?.row) return
    table.rows.pop()
    table.row = { line: null, cells: [] }
  }

  /** Answers the spans of the new cell, which a format may still set while the cell is open. */
  openCell(line: number | null, spans: Partial<CellSpans> = {}): CellSpans | null {
    const table = this.#tables.at(-1)
    if (!table) return null
    if (!table.row) this.openRow(line)
    const cell: SourceCell = { blocks: [], spans: { columns: 1, rows: 1, continues: null, ...spans } }
    table.row?.cells.push(cell)
    table.cell = cell
    return cell.spans
  }

  get cellIsOpen(): boolean {
    return Boolean(this.#tables.at(-1)?.cell)
  }

  get tableIsOpen(): boolean {
    return this.#tables.length > 0
  }

  closeCell(): void {
    const table = this.#tables.at(-1)
    if (table) table.cell = null
  }

  closeRow(): void {
    const table = this.#tables.at(-1)
    if (!table) return
    table.cell = null
    table.row = null
  }

  closeTable(): void {
    const table = this.#tables.pop()
    for (const block of table ? this.#blocksOf(table.rows) : []) this.#place(block)
  }

  finish(): RawBlock[] {
    while (this.tableIsOpen) this.closeTable()
    return this.#blocks
  }

  #place(block: RawBlock): void {
    const cell = this.#tables.findLast((table) => table.cell)?.cell
    const blocks = cell ? cell.blocks : this.#blocks
    blocks.push(block)
  }

  #blocksOf(rows: readonly SourceRow[]): RawBlock[] {
    const content = rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks))
    const nested = content.filter((block) => block.kind === 'table')
    const isFrame = nested.length > 0 && rows.every((row) => row.cells.length <= 1)
    if (isFrame) return content

    const filled = rows.filter((row) => row.cells.length > 0)
    return filled.length === 0 ? nested : [denseTable(filled, this.#budget), ...nested]
  }
}

function denseTable(rows: readonly SourceRow[], budget: CellBudget): RawTable {
  const grid: RawCell[][] = rows.map(() => [])
  let taken = 0
  rows.forEach((row, top) => {
    let left = 0
    for (const cell of row.cells) {
      while (grid[top]?.[left]) left += 1
      const covered = grid.slice(top, top + cell.spans.rows)
      budget.take(covered.length * cell.spans.columns)
      taken += covered.length * cell.spans.columns
      fillPlaces(covered, left, cell)
      left += cell.spans.columns
    }
  })

  const width = grid.reduce((widest, places) => Math.max(widest, places.length), 0)
  budget.take(Math.max(0, width * rows.length - taken))
  return {
    kind: 'table',
    rows: rows.map((row, index): RawRow => {
      return {
        line: row.line,
        cells: Array.from({ length: width }, (_, column) => grid[index]?.[column] ?? EMPTY_CELL),
      }
    }),
  }
}

/** Where two cells overlap, the first keeps the place. */
function fillPlaces(rows: readonly RawCell[][], left: number, cell: SourceCell): void {
  rows.forEach((places, down) => {
    for (let right = 0; right < cell.spans.columns; right += 1) {
      const merged = right > 0 ? 'left' : down > 0 ? 'up' : cell.spans.continues
      places[left + right] ??= { text: merged ? '' : cellText(cell), merged }
    }
  })
}

function cellText(cell: SourceCell): string {
  return cell.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])).join('\n')
}
