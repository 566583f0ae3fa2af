import type { Laid } from './lay-out.ts'
import type { OccurrenceState } from './occurrence-state.ts'

export type Kept = Pick<Laid, 'opensAt' | 'dueAt'> & { readonly id: string; readonly state: OccurrenceState }

type LayoutChange = {
  readonly added: readonly Laid[]
  /** Planned once and no more: taken back, and kept. */
  readonly withdrawn: readonly string[]
  /** Taken back once and wanted again. */
  readonly restored: readonly string[]
}

/**
 * What has to happen so that the rows from a day on are those wanted. Rows that came to an outcome are left alone, so
 * the first half of a year stands when the plan changes in June; asked twice, the second time nothing changes.
 */
export function compareLayout(kept: readonly Kept[], wanted: readonly Laid[]): LayoutChange {
  const known = new Map(kept.map((row) => [keyOf(row), row]))
  const keys = new Set(wanted.map(keyOf))
  return {
    added: wanted.filter((row) => !known.has(keyOf(row))),
    withdrawn: kept.filter((row) => row.state === 'planned' && !keys.has(keyOf(row))).map(({ id }) => id),
    restored: wanted.flatMap((row) => {
      const found = known.get(keyOf(row))
      return found?.state === 'withdrawn' ? [found.id] : []
    }),
  }
}

function keyOf({ opensAt, dueAt }: Pick<Laid, 'opensAt' | 'dueAt'>): string {
  return `${opensAt.epochMilliseconds} ${dueAt.epochMilliseconds}`
}
