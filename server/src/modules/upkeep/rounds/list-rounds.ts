import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { listOpenRows } from '../occurrences/occurrence-store.ts'
import { listRoutesWithPast, pointsAt } from './route-store.ts'
import { listVisits } from './visit-store.ts'

/** More than that nobody walks in a day. */
const CARRIED = 20

/** Rounds still open from before, of today and of tomorrow, so that a night without a network has its own. */
export async function listRounds(context: Context) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  const today = officeDay(now)
  const [first, last] = [today.toString(), today.add({ days: 1 }).toString()]
  const hours = { from: periodStart({ from: first, until: first }), until: periodEnd({ from: last, until: last }) }
  return read(db, async (reader) => {
    const open = await listOpenRows(reader, actor, { ...hours, now, kind: 'inspection' })
    const isOwn = ({ unit }: (typeof open)[number]) => unit.id === actor.unitId
    const carried = [...open.filter(isOwn), ...open.filter((one) => !isOwn(one))].slice(0, CARRIED)
    const ids = carried.map(({ id }) => id)
    const visits = Map.groupBy(await listVisits(reader, ids), ({ occurrenceId }) => occurrenceId)
    const routes = new Map((await listRoutesWithPast(reader, actor)).map((route) => [route.id as string, route]))
    const routeOf = await routesOfPlans(reader, carried)
    const rounds = carried.flatMap((occurrence) => {
      const route = routes.get(routeOf.get(occurrence.planId) ?? '')
      if (route === undefined) return []
      const points = pointsAt(route.points, Temporal.Instant.from(occurrence.opensAt))
      return [{ occurrence, route: { ...route, points }, visits: visits.get(occurrence.id) ?? [] }]
    })
    return { rounds, more: open.length - carried.length }
  })
}

async function routesOfPlans(reader: Reader, of: readonly { readonly planId: string }[]) {
  const ids = of.map(({ planId }) => planId)
  if (ids.length === 0) return new Map<string, string | null>()
  const rows = await reader.selectFrom('upkeepPlan').select(['id', 'routeId']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, routeId }) => [id, routeId]))
}
