import { UnitId } from '@shiji/contract/directory'
import { RouteId } from '@shiji/contract/upkeep'
import { type NewPoint, PointId } from '@shiji/contract/upkeep-rounds'
import { Check } from '@shiji/kernel/upkeep/check'
import type { PointChanges } from '@shiji/kernel/upkeep/compare-points'
import { z } from 'zod'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'

type NewRoute = {
  readonly id: string
  readonly unitId: string
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

export async function saveRoute(tx: Tx, route: NewRoute, points: readonly z.output<typeof NewPoint>[]): Promise<void> {
  await tx.insertInto('upkeepRoute').values(route).execute()
  const rows = points.map(({ checks, ...point }, position) => ({
    ...point,
    position,
    routeId: route.id,
    checks: JSON.stringify(checks),
  }))
  await tx.insertInto('upkeepPoint').values(rows).execute()
}

type Changing = { readonly routeId: string; readonly at: Temporal.Instant; readonly newId: () => string }

/** Rounds that have opened keep their points; those that open later have the changed ones. */
export async function savePointChanges(
  tx: Tx,
  { moved, added, ended }: PointChanges,
  { routeId, at, newId }: Changing,
): Promise<void> {
  if (ended.length > 0) await tx.updateTable('upkeepPoint').set({ until: at }).where('id', 'in', ended).execute()
  for (const { id, position } of moved) {
    await tx.updateTable('upkeepPoint').set({ position }).where('id', '=', id).execute()
  }
  const rows = added.map(({ checks, ...point }) => {
    return { ...point, id: newId(), routeId, since: at, checks: JSON.stringify(checks) }
  })
  if (rows.length > 0) await tx.insertInto('upkeepPoint').values(rows).execute()
}

/** Whether the actor may see the route, which nobody else changes meanwhile. */
export async function lockRoute(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('upkeepRoute')
    .select('id')
    .where('id', '=', id)
    .where(inReach(actor, 'upkeepRoute.unitId'))
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** A code that stands on the label of another point already. */
export async function findTakenCode(
  reader: Reader,
  codes: readonly string[],
  { except }: { readonly except: string | null },
): Promise<string | undefined> {
  const again = codes.find((code, index) => codes.indexOf(code) < index)
  if (again !== undefined) return again
  const taken = await reader
    .selectFrom('upkeepPoint')
    .select('code')
    .where('code', 'in', codes)
    .where('until', 'is', null)
    .$if(except !== null, (some) => some.where('routeId', '!=', except ?? ''))
    .executeTakeFirst()
  return taken?.code
}

export async function isRouteVisible(reader: Reader, actor: Actor, id: string): Promise<boolean> {
  return (await listRouteRows(reader, actor, id)).length > 0
}

export async function isRouteKnown(reader: Reader, id: string): Promise<boolean> {
  const row = await reader.selectFrom('upkeepRoute').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

const Checks = z.array(Check)

type Held = { readonly since: Temporal.Instant | null; readonly until: Temporal.Instant | null }

/** Points that held when a round opened. */
export function pointsAt<Point extends Held>(points: readonly Point[], opensAt: Temporal.Instant): Point[] {
  const { compare } = Temporal.Instant
  return points.filter(({ since, until }) => {
    return (since === null || compare(since, opensAt) <= 0) && (until === null || compare(until, opensAt) > 0)
  })
}

/** Every point the route ever had, in order. */
export async function listPoints(reader: Reader, routeId: string) {
  const rows = await reader
    .selectFrom('upkeepPoint')
    .select(['id', 'code', 'name', 'place', 'checks', 'since', 'until'])
    .where('routeId', '=', routeId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: PointId.parse(row.id), checks: Checks.parse(row.checks) }))
}

/** Routes of the own unit and below, or one of them, with every point they ever had. */
export async function listRoutesWithPast(reader: Reader, actor: Actor, id?: string) {
  const routes = await reader
    .selectFrom('upkeepRoute as route')
    .innerJoin('directoryUnit as unit', 'unit.id', 'route.unitId')
    .select(['route.id', 'route.name', 'route.unitId', 'unit.name as unitName'])
    .where(inReach(actor, 'route.unitId'))
    .$if(id !== undefined, (some) => some.where('route.id', '=', id ?? ''))
    .orderBy('route.name')
    .orderBy('route.id')
    .execute()
  const shown = []
  for (const route of routes) {
    const unit = { id: UnitId.parse(route.unitId), name: route.unitName }
    shown.push({ id: RouteId.parse(route.id), unit, name: route.name, points: await listPoints(reader, route.id) })
  }
  return shown
}

/** Routes as they are walked from now on. */
export async function listRouteRows(reader: Reader, actor: Actor, id?: string) {
  const routes = await listRoutesWithPast(reader, actor, id)
  return routes.map((route) => ({ ...route, points: route.points.filter(({ until }) => until === null) }))
}
