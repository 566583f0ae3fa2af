import type { Check } from './check.ts'

type RoutePoint = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly place: string
  readonly checks: readonly Check[]
}

/** What becomes of the points of a route; positions are those of the route as it is wanted. */
export type PointChanges = {
  readonly moved: readonly { readonly id: string; readonly position: number }[]
  readonly added: readonly (Omit<RoutePoint, 'id'> & { readonly position: number })[]
  /** Left out or replaced; rounds that have opened still go there. */
  readonly ended: readonly string[]
}

/**
 * A point of which anything but its place in the order changes ends and begins anew under its code, so that a round is
 * judged by the limits it was walked with.
 */
export function comparePoints(there: readonly RoutePoint[], wanted: readonly RoutePoint[]): PointChanges {
  const known = new Map(there.map((point) => [point.id, point]))
  const placed = wanted.map((point, position) => ({ point, position }))
  const stays = placed.filter(({ point }) => isSame(known.get(point.id), point))
  const kept = new Set(stays.map(({ point }) => point.id))
  return {
    moved: stays
      .filter(({ point, position }) => there[position]?.id !== point.id)
      .map(({ point, position }) => ({ id: point.id, position })),
    added: placed
      .filter(({ point }) => !kept.has(point.id))
      .map(({ point: { code, name, place, checks }, position }) => ({ code, name, place, checks, position })),
    ended: there.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  }
}

function isSame(one: RoutePoint | undefined, other: RoutePoint): boolean {
  return one !== undefined && factsOf(one) === factsOf(other)
}

function factsOf({ code, name, place, checks }: RoutePoint): string {
  const all = checks.map((check) =>
    check.kind === 'in-order' ? [check.name] : [check.name, check.unit, check.least, check.most],
  )
  return JSON.stringify([code, name, place, all])
}
