import { type StockItemId, StockMovementId } from '@shiji/contract/assets-stock'
import type { DeliveryId } from '@shiji/contract/contracts'
import { compare, decimal, normalize } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockDelivery } from './delivery-store.ts'
import { lockItem } from './item-store.ts'
import { saveMovement } from './movement-store.ts'

type Input = {
  readonly id: StockItemId
  readonly quantity: string
  readonly happenedOn: string
  readonly deliveryId: DeliveryId | null
  readonly note: string
}

/** 入库. Of a delivery no more comes in than was delivered, and not before it came. */
export async function enterStock(context: Context, { id, deliveryId, happenedOn, note, ...entry }: Input) {
  requirePermission(context, 'assets.write')
  const { actor } = context
  return inTransaction(context.db, async (tx) => {
    const item = (await lockItem(tx, actor, id)) ?? refuse('not-found')
    const delivery = deliveryId === null ? null : ((await lockDelivery(tx, actor, deliveryId)) ?? refuse('not-found'))
    refuseAhead(context, happenedOn)
    const quantity = decimal(entry.quantity)
    if (delivery !== null) {
      const { deliveredOn, left, unitWord } = delivery
      if (happenedOn < deliveredOn) refuse('stock-before-delivery', { deliveredOn })
      if (compare(quantity, left) > 0) refuse('stock-over-delivery', { left: normalize(left), unitWord })
    }

    const movement = { itemId: id, kind: 'entry', quantity, happenedOn, note, deliveryId } as const
    const owner = { unitId: item.unitId, projectId: delivery?.projectId ?? null }
    return { id: StockMovementId.parse(await saveMovement(tx, context, { movement, owner })) }
  })
}
