import { AssetId, type RoomId, type StocktakeId } from '@shiji/contract/assets'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findRoom } from '../room-store.ts'
import { lockStocktake, outcomeOf } from './stocktake-store.ts'

type Input = { readonly id: StocktakeId; readonly number: string; readonly roomId: RoomId | null }

/** Found again, the last place counts. */
export async function countAsset(context: Context, { id, number, roomId }: Input) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const stocktake = (await lockStocktake(tx, actor, id)) ?? refuse('not-found')
    const room = roomId === null ? null : ((await findRoom(tx, actor, roomId)) ?? refuse('not-found'))
    if (stocktake.closedOn !== null) refuse('stocktake-closed')
    const one = await tx
      .selectFrom('assetsCount as one')
      .innerJoin('assetsAsset as asset', 'asset.id', 'one.assetId')
      .leftJoin('assetsRoom as expected', 'expected.id', 'one.expectedRoomId')
      .select(['asset.id', 'asset.number', 'asset.name', 'expected.id as expectedId', 'expected.name as expected'])
      .where('one.stocktakeId', '=', id)
      .where('asset.number', '=', number)
      .orderBy('asset.id')
      .executeTakeFirst()
    if (one === undefined) return refuse('not-found')

    await tx
      .updateTable('assetsCount')
      .set({ foundRoomId: roomId, countedAt: now, countedBy: actor.personId })
      .where('stocktakeId', '=', id)
      .where('assetId', '=', one.id)
      .execute()
    await recordInLedger(tx, context, { did: 'assets.asset-counted', stocktakeId: id, assetId: one.id, roomId })
    return {
      asset: { id: AssetId.parse(one.id), number: one.number, name: one.name },
      expected: one.expected,
      found: room?.name ?? null,
      outcome: outcomeOf({ isCounted: true, isClosed: false, expectedId: one.expectedId, foundId: roomId }),
    }
  })
}
