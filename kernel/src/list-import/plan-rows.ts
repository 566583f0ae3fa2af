import type { ListSheet, ReadRow } from './list-sheet.ts'
import type { ListProblem, Notebook } from './read-cells.ts'

/** What one row would make or change; `was` is what the system has of it. */
export type PlannedRow<Facts, Known> = Facts & { readonly line: number; readonly was: Known | null }

export type RowPlan<Planned, Problem> = {
  readonly made: readonly Planned[]
  readonly changed: readonly Planned[]
  readonly unchanged: number
  /** In the order of the file. One is enough for nothing to be taken. */
  readonly problems: readonly Problem[]
}

type Reading<Column extends string, Code extends string, Kind extends string, Facts, Known> = {
  readonly notes: Notebook<Column, Code, Kind>
  readonly known: readonly Known[]
  /** By what a row is known again when the list is brought again. */
  readonly keyOf: (one: Facts | Known) => string
  /** The facts of a row; null when a cell without which nothing is known cannot be read. */
  readonly read: (row: ReadRow<Column>) => Facts | null
  /** Two rows of one file mean the same; `line` is where it stood first. */
  readonly noteTwice: (row: ReadRow<Column>, facts: Facts, line: number) => void
  /** What holds of a row beside what is known of it. */
  readonly settle: (row: ReadRow<Column>, facts: Facts, was: Known | null) => Facts
  readonly isSame: (facts: Facts, known: Known) => boolean
}

/** What a list would change, row by row. */
export function planRows<Column extends string, Code extends string, Kind extends string, Facts, Known>(
  sheet: ListSheet<Column, Kind>,
  { notes, known, keyOf, read, noteTwice, settle, isSame }: Reading<Column, Code, Kind, Facts, Known>,
): RowPlan<PlannedRow<Facts, Known>, Notebook<Column, Code, Kind>['problems'][number]> {
  const knownBy = new Map(known.map((one) => [keyOf(one), one]))
  const lines = new Map<string, number>()
  const planned = sheet.rows.flatMap((row): PlannedRow<Facts, Known>[] => {
    const facts = read(row)
    if (facts === null) return []
    const key = keyOf(facts)
    const line = lines.get(key)
    if (line !== undefined) noteTwice(row, facts, line)
    else lines.set(key, row.line)
    const was = knownBy.get(key) ?? null
    return [{ ...settle(row, facts, was), line: row.line, was }]
  })
  const problems = notes.problems.toSorted(inOrder)
  const changed = planned.filter((one) => one.was !== null && !isSame(one, one.was))
  const made = planned.filter(({ was }) => was === null)
  return { made, changed, unchanged: planned.length - made.length - changed.length, problems }
}

function inOrder(one: ListProblem<string>, other: ListProblem<string>): number {
  return one.line - other.line || one.column - other.column
}
