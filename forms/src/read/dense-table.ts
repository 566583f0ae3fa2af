import type { RawCell, RawRow, RawTable } from './raw-document.ts'
import type { ReadLimits } from './read-limits.ts'
import { refuseReading } from './read-problem.ts'

/** Keeps the sum of all places of a document below its bound, before memory is taken for them. */
export class CellBudget {
  readonly #limit: number
  #left: number

  constructor(limits: ReadLimits) {
    this.#limit = limits.cells
    this.#left = limits.cells
  }

  take(cells: number): void {
    this.#left -= cells
    if (this.#left < 0) refuseReading('too-many-cells', { limit: this.#limit })
  }
}

export const EMPTY_CELL: RawCell = { text: '', merged: null }

/** Rows of different length, as formats without merges give them, filled up on the right to one width. */
export function tableOfRows(
  rows: readonly { readonly line: number | null; readonly texts: readonly string[] }[],
  budget: CellBudget,
): RawTable {
  const width = rows.reduce((widest, row) => Math.max(widest, row.texts.length), 0)
  budget.take(width * rows.length)

  return {
    kind: 'table',
    rows: rows.map(({ line, texts }): RawRow => {
      return { line, cells: Array.from({ length: width }, (_, column) => plainCell(texts[column] ?? '')) }
    }),
  }
}

function plainCell(text: string): RawCell {
  return text === '' ? EMPTY_CELL : { text, merged: null }
}
