import { UnitId } from '@shiji/contract/directory'
import { RouteId } from '@shiji/contract/upkeep'
import { type NewPoint, PointId } from '@shiji/contract/upkeep-rounds'
import { Check } from '@shiji/kernel/upkeep/check'
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

export async function isRouteVisible(reader: Reader, actor: Actor, id: string): Promise<boolean> {
  return (await listRouteRows(reader, actor, id)).length > 0
}

export async function isRouteKnown(reader: Reader, id: string): Promise<boolean> {
  const row = await reader.selectFrom('upkeepRoute').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

const Checks = z.array(Check)

export async function listPoints(reader: Reader, routeId: string) {
  const rows = await reader
    .selectFrom('upkeepPoint')
    .select(['id', 'code', 'name', 'place', 'checks'])
    .where('routeId', '=', routeId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, id: PointId.parse(row.id), checks: Checks.parse(row.checks) }))
}

/** Routes of the own unit and below, or one of them. */
export async function listRouteRows(reader: Reader, actor: Actor, id?: string) {
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
