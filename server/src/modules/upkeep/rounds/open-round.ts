import type { OccurrenceId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findOccurrence } from '../occurrences/occurrence-store.ts'
import { listRoutesWithPast, pointsAt } from './route-store.ts'
import { listVisits } from './visit-store.ts'

export async function openRound(context: Context, { id }: { id: OccurrenceId }) {
  requirePermission(context, 'upkeep.read')
  const { actor, now } = context
  return read(context.db, async (reader) => {
    const occurrence = (await findOccurrence(reader, actor, { id, now })) ?? refuse('not-found')
    const plan = await reader
      .selectFrom('upkeepPlan')
      .select('routeId')
      .where('id', '=', occurrence.planId)
      .executeTakeFirst()
    if (plan?.routeId == null) return refuse('not-found')
    const [route] = await listRoutesWithPast(reader, actor, plan.routeId)
    if (route === undefined) return refuse('not-found')
    const points = pointsAt(route.points, Temporal.Instant.from(occurrence.opensAt))
    return { occurrence, route: { ...route, points }, visits: await listVisits(reader, [id]) }
  })
}
