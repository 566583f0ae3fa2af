import { StocktakeId } from '@shiji/contract/assets'
import { visibleTo } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { inPieces } from '#platform/lists/in-pieces'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'

/** Everything in the books of the unit and those below is laid out to be found. */
export async function beginStocktake(context: Context, stocktake: { name: string; openedOn: string }) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    refuseAhead(context, stocktake.openedOn)
    const assets = await tx
      .selectFrom('assetsAsset as asset')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
      .select(['asset.id', 'asset.roomId'])
      .where(visibleTo(actor))
      .where('asset.state', 'not in', ['scrapped', 'lost'])
      .execute()
    if (assets.length === 0) refuse('nothing-to-count')

    const id = context.newId()
    await tx
      .insertInto('assetsStocktake')
      .values({ id, ...stocktake, unitId: actor.unitId, openedAt: now, openedBy: actor.personId })
      .execute()
    const counts = assets.map(({ id: assetId, roomId }) => ({ stocktakeId: id, assetId, expectedRoomId: roomId }))
    for (const piece of inPieces(counts)) await tx.insertInto('assetsCount').values(piece).execute()
    const note = { did: 'assets.stocktake-begun', stocktakeId: id, ...stocktake, expected: assets.length }
    await recordInLedger(tx, context, note)
    return { id: StocktakeId.parse(id) }
  })
}
