import type { upkeepRounds } from '@shiji/contract/upkeep-rounds'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findTakenCode, isRouteKnown, listRouteRows, saveRoute } from './route-store.ts'

type Input = z.output<NonNullable<(typeof upkeepRounds.makeRoute)['~orpc']['inputSchema']>>

export async function makeRoute(context: Context, { id, unitId, name, points }: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  await inTransaction(db, async (tx) => {
    if ((await findUnit(tx, actor, unitId)) === undefined) refuse('not-found')
    if (await isRouteKnown(tx, id)) return null
    const codes = points.map(({ code }) => code)
    const code = await findTakenCode(tx, codes, { except: null })
    if (code !== undefined) refuse('code-taken', { code })

    await saveRoute(tx, { id, unitId, name, madeAt: now, madeBy: actor.personId }, points)
    await recordInLedger(tx, context, { did: 'upkeep.route-made', routeId: id, unitId, name, points })
    return null
  })
  const [route] = await read(db, (reader) => listRouteRows(reader, actor, id))
  return route ?? refuse('not-found')
}
