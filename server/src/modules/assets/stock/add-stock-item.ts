import type { RoomId } from '@shiji/contract/assets'
import { StockItemId } from '@shiji/contract/assets-stock'
import { decimal } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findRoom } from '../room-store.ts'

export type StockFacts = {
  readonly name: string
  readonly model: string
  readonly unitWord: string
  readonly roomId: RoomId | null
  readonly minimum: string
}

/** It begins with nothing: what is there comes in by an entry. */
export async function addStockItem(context: Context, { code, roomId, ...facts }: StockFacts & { code: string }) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const room = roomId === null ? null : ((await findRoom(tx, actor, roomId)) ?? refuse('not-found'))
    const row = { ...facts, id: context.newId(), code, roomId, minimum: decimal(facts.minimum) }
    const made = await tx
      .insertInto('assetsStockItem')
      .values({ ...row, unitId: room?.unitId ?? actor.unitId, recordedAt: now, recordedBy: actor.personId })
      .onConflict((conflict) => conflict.constraint('assets_stock_item_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) refuse('name-taken', { name: code })
    await recordInLedger(tx, context, { did: 'assets.stock-item-added', ...row })
    return { id: StockItemId.parse(row.id) }
  })
}
