import { DeliveryId } from '@shiji/contract/contracts'
import { normalize } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { fromDeliveries, whereSomeIsLeft } from './delivery-store.ts'

const SHOWN = 100

/** What came and is not in the store yet, as a choice for an entry. */
export async function listStockDeliveries(context: Context) {
  requirePermission(context, 'assets.write')
  const rows = await read(context.db, (reader) =>
    fromDeliveries(reader, context.actor)
      .where(whereSomeIsLeft())
      .orderBy('delivery.deliveredOn', 'desc')
      .orderBy('delivery.id', 'desc')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map(({ id, projectId: _, left, ...row }) => ({ ...row, left: normalize(left), id: DeliveryId.parse(id) }))
}
