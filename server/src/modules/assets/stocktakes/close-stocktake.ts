import type { StocktakeId } from '@shiji/contract/assets'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { tellAssets } from '../measures/tell-assets.ts'
import { listStocktakeRows, lockStocktake } from './stocktake-store.ts'

export async function closeStocktake(context: Context, { id, closedOn }: { id: StocktakeId; closedOn: string }) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const { unitId, closedOn: ended } = (await lockStocktake(tx, actor, id)) ?? refuse('not-found')
    refuseAhead(context, closedOn)
    if (ended !== null) refuse('stocktake-closed')

    await tx
      .updateTable('assetsStocktake')
      .set({ closedOn, closedAt: now, closedBy: actor.personId })
      .where('id', '=', id)
      .execute()
    const [row] = await listStocktakeRows(tx, actor, id)
    if (row === undefined) throw new Error('a stocktake that was locked is there')
    const { expected, agreeing, elsewhere, missing } = row
    const outcome = { expected, agreeing, elsewhere, missing }
    await recordInLedger(tx, context, { did: 'assets.stocktake-closed', stocktakeId: id, closedOn, ...outcome })
    await tellAssets(tx, context, { unitId, projectId: null, days: [closedOn] })
    return row
  })
}
