import type { upkeepRounds } from '@shiji/contract/upkeep-rounds'
import { comparePoints } from '@shiji/kernel/upkeep/compare-points'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findTakenCode, listRouteRows, lockRoute, savePointChanges } from './route-store.ts'

type Input = z.output<NonNullable<(typeof upkeepRounds.changeRoute)['~orpc']['inputSchema']>>

export async function changeRoute(context: Context, { id, name, points }: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now: at, db, newId } = context
  await inTransaction(db, async (tx) => {
    if (!(await lockRoute(tx, actor, id))) refuse('not-found')
    const [route] = await listRouteRows(tx, actor, id)
    if (route === undefined) return refuse('not-found')
    const codes = points.map(({ code }) => code)
    const code = await findTakenCode(tx, codes, { except: id })
    if (code !== undefined) refuse('code-taken', { code })

    const changes = comparePoints(route.points, points)

    await tx.updateTable('upkeepRoute').set({ name }).where('id', '=', id).execute()
    await savePointChanges(tx, changes, { routeId: id, at, newId })
    await recordInLedger(tx, context, { did: 'upkeep.route-changed', routeId: id, name, before: route.name, changes })
    return null
  })
  const [route] = await read(db, (reader) => listRouteRows(reader, actor, id))
  return route ?? refuse('not-found')
}
