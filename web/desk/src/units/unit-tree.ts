import type { Unit } from '@shiji/contract/directory'
import type { z } from 'zod'

export type ListedUnit = z.infer<typeof Unit>

/** A unit with its depth below the highest one I may see. */
export type PlacedUnit = ListedUnit & { readonly depth: number }

/** Units in the order of the tree: each right after the one above it, sisters in the order they came. */
export function placeUnits(units: readonly ListedUnit[]): readonly PlacedUnit[] {
  const seen = new Set(units.map(({ id }) => id))
  const below = (parent: ListedUnit['id'] | null, depth: number): readonly PlacedUnit[] =>
    units
      .filter(({ parentId }) => (parentId !== null && seen.has(parentId) ? parentId : null) === parent)
      .flatMap((unit) => [{ ...unit, depth }, ...below(unit.id, depth + 1)])
  return below(null, 0)
}
