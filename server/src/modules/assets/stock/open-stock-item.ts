import { AssetId } from '@shiji/contract/assets'
import { MovementKind, type StockItemId, StockMovementId } from '@shiji/contract/assets-stock'
import { TicketId } from '@shiji/contract/desk'
import { normalize } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { sharedDelivery, sharedTicket } from './shared-rows.ts'
import { fromStock, ON_HAND, STOCK_SHOWN, toStockItem } from './stock-rows.ts'

const SHOWN = 200

export async function openStockItem(context: Context, { id }: { id: StockItemId }) {
  requirePermission(context, 'assets.read')
  const { actor } = context
  return read(context.db, async (reader) => {
    const row = await fromStock(reader, actor, { search: '', shortOnly: false })
      .select(STOCK_SHOWN)
      .select(ON_HAND.as('onHand'))
      .where('item.id', '=', id)
      .executeTakeFirst()
    if (row === undefined) return refuse('not-found')
    const movements = await listMovements(reader, id)
    const mayWrite = actor.kind === 'person' && actor.permissions.has('assets.write')
    return {
      ...toStockItem(row),
      movements: movements.slice(0, SHOWN).map((one) => toMovement(one, mayWrite)),
      isCut: movements.length > SHOWN,
    }
  })
}

type Row = Awaited<ReturnType<typeof listMovements>>[number]

function listMovements(reader: Reader, itemId: string) {
  return reader
    .selectFrom('assetsStockMovement as movement')
    .innerJoin('directoryPerson as person', 'person.id', 'movement.recordedBy')
    .leftJoin('assetsStockMovement as counter', 'counter.correctsId', 'movement.id')
    .leftJoin('assetsAsset as asset', 'asset.id', 'movement.assetId')
    .leftJoin(sharedTicket, 'ticket.id', 'movement.ticketId')
    .leftJoin(sharedDelivery, 'delivery.id', 'movement.deliveryId')
    .select(['movement.id', 'movement.kind', 'movement.quantity', 'movement.happenedOn', 'movement.receiver'])
    .select(['movement.note', 'movement.recordedAt', 'person.name as recordedBy', 'counter.id as counterId'])
    .select(['asset.id as assetId', 'asset.number as assetNumber', 'asset.name as assetName'])
    .select(['ticket.id as ticketId', 'ticket.number as ticketNumber'])
    .select(['delivery.item', 'delivery.noteNumber', 'delivery.deliveredOn'])
    .select(sql<boolean>`movement.work_order_id is not null`.as('isOfWork'))
    .where('movement.itemId', '=', itemId)
    .orderBy('movement.happenedOn', 'desc')
    .orderBy('movement.id', 'desc')
    .limit(SHOWN + 1)
    .execute()
}

function toMovement(row: Row, mayWrite: boolean) {
  const { id, happenedOn, receiver, note, recordedBy, recordedAt, counterId, isOfWork } = row
  const { assetId, assetNumber, assetName, ticketId, ticketNumber, item, noteNumber, deliveredOn } = row
  const kind = MovementKind.parse(row.kind)
  return {
    ...{
      id: StockMovementId.parse(id),
      kind,
      quantity: normalize(row.quantity),
      happenedOn,
      receiver,
      note,
      recordedBy,
    },
    delivery: item === null ? null : { item, noteNumber: noteNumber ?? '', deliveredOn: deliveredOn ?? '' },
    ticket: ticketId === null ? null : { id: TicketId.parse(ticketId), number: ticketNumber ?? '' },
    asset: assetId === null ? null : { id: AssetId.parse(assetId), number: assetNumber ?? '', name: assetName ?? '' },
    recordedAt: recordedAt.toString(),
    isTakenBack: counterId !== null,
    // What a work order drew is set right on the work order.
    mayTakeBack: mayWrite && counterId === null && kind !== 'correction' && !isOfWork,
  }
}
