import type { StockItemId } from '@shiji/contract/assets-stock'
import { decimal } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findRoom } from '../room-store.ts'
import type { StockFacts } from './add-stock-item.ts'
import { lockItem } from './item-store.ts'

/** What it is called, where it lies and when it is short; how many there are is changed by movements alone. */
export async function changeStockItem(context: Context, { id, ...given }: StockFacts & { id: StockItemId }) {
  requirePermission(context, 'assets.write')
  const { actor } = context
  return inTransaction(context.db, async (tx) => {
    const item = (await lockItem(tx, actor, id)) ?? refuse('not-found')
    if (given.roomId !== null) {
      const room = (await findRoom(tx, actor, given.roomId)) ?? refuse('not-found')
      // A store of another unit is no place for it.
      if (room.unitId !== item.unitId) refuse('not-found')
    }

    const facts = { ...given, minimum: decimal(given.minimum) }
    await tx.updateTable('assetsStockItem').set(facts).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'assets.stock-item-changed', itemId: id, ...facts })
    return {}
  })
}
