import { StockMovementId } from '@shiji/contract/assets-stock'
import { negate } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lockItem, refuseLacking } from './item-store.ts'
import { saveMovement } from './movement-store.ts'
import { sharedDelivery } from './shared-rows.ts'

type Input = { readonly id: StockMovementId; readonly reason: string }

/** 冲销: what was wrong stays, and a second movement of the same day takes it back. */
export async function takeBackMovement(context: Context, { id, reason }: Input) {
  requirePermission(context, 'assets.write')
  const { actor } = context
  return inTransaction(context.db, async (tx) => {
    const wrong = (await findMovement(tx, id)) ?? refuse('not-found')
    const item = (await lockItem(tx, actor, wrong.itemId)) ?? refuse('not-found')
    const isDone = (await findCounter(tx, id)) !== undefined
    if (isDone || wrong.kind === 'correction' || wrong.workOrderId !== null) refuse('stock-taken-back')
    const quantity = negate(wrong.quantity)
    refuseLacking(item, quantity)

    const { itemId, happenedOn, projectId } = wrong
    const movement = { itemId, kind: 'correction', quantity, happenedOn, note: reason, correctsId: id } as const
    const owner = { unitId: item.unitId, projectId }
    return { id: StockMovementId.parse(await saveMovement(tx, context, { movement, owner })) }
  })
}

function findMovement(tx: Tx, id: string) {
  return tx
    .selectFrom('assetsStockMovement as movement')
    .leftJoin(sharedDelivery, 'delivery.id', 'movement.deliveryId')
    .select(['movement.itemId', 'movement.kind', 'movement.quantity', 'movement.happenedOn', 'movement.workOrderId'])
    .select('delivery.projectId')
    .where('movement.id', '=', id)
    .executeTakeFirst()
}

function findCounter(tx: Tx, id: string) {
  return tx.selectFrom('assetsStockMovement').select('id').where('correctsId', '=', id).executeTakeFirst()
}
