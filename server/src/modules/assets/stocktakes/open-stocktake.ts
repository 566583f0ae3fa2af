import { AssetId, type StocktakeId } from '@shiji/contract/assets'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listStocktakeRows, outcomeOf } from './stocktake-store.ts'

const SHOWN = 500

/** What is still to be found or stands elsewhere comes first. */
export async function openStocktake(context: Context, { id }: { id: StocktakeId }) {
  requirePermission(context, 'assets.read')
  return read(context.db, async (reader) => {
    const [stocktake] = await listStocktakeRows(reader, context.actor, id)
    if (stocktake === undefined) return refuse('not-found')
    const rows = await reader
      .selectFrom('assetsCount as one')
      .innerJoin('assetsAsset as asset', 'asset.id', 'one.assetId')
      .leftJoin('assetsRoom as expected', 'expected.id', 'one.expectedRoomId')
      .leftJoin('assetsRoom as found', 'found.id', 'one.foundRoomId')
      .select(['asset.id', 'asset.number', 'asset.name', 'one.countedAt'])
      .select(['expected.id as expectedId', 'expected.name as expected', 'found.id as foundId', 'found.name as found'])
      .where('one.stocktakeId', '=', id)
      .orderBy(sql`one.counted_at is not null and one.found_room_id is not distinct from one.expected_room_id`)
      .orderBy('asset.number')
      .orderBy('asset.id')
      .limit(SHOWN)
      .execute()
    const isClosed = stocktake.closedOn !== null
    const counts = rows.map(({ id: assetId, number, name, countedAt, expectedId, foundId, expected, found }) => ({
      asset: { id: AssetId.parse(assetId), number, name },
      expected,
      found,
      outcome: outcomeOf({ isCounted: countedAt !== null, isClosed, expectedId, foundId }),
    }))
    return { ...stocktake, counts, isCut: stocktake.expected > rows.length }
  })
}
