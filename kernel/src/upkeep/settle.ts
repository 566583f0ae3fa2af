import { fail, ok, type Result } from '../result.ts'
import { type Done, isLateEntry } from './late-entry.ts'
import { OCCURRENCE, type OccurrenceState } from './occurrence-state.ts'
import type { Bounds } from './phase.ts'

export type Settled = {
  readonly state: 'done' | 'done-late'
  readonly isLateEntry: boolean
}

type SettleProblem = 'not-open-yet' | 'over' | 'settled-already'

/**
 * What doing it at that moment makes of it. Before its window opens nothing counts, so that two rounds in one morning
 * are not the two of the day; after it closed it stays missed.
 */
export function settle(
  { state, ...bounds }: Bounds & { readonly state: OccurrenceState },
  { at, enteredAt }: Done,
): Result<Settled, SettleProblem> {
  const { compare } = Temporal.Instant
  if (!OCCURRENCE[state].includes('done')) return fail('settled-already')
  if (compare(at, bounds.opensAt) < 0) return fail('not-open-yet')
  if (compare(at, bounds.closesAt) > 0) return fail('over')
  return ok({
    state: compare(at, bounds.dueAt) <= 0 ? 'done' : 'done-late',
    isLateEntry: isLateEntry({ at, enteredAt }),
  })
}
