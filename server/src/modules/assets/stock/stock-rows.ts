import { RoomId } from '@shiji/contract/assets'
import { StockItemId } from '@shiji/contract/assets-stock'
import { UnitId } from '@shiji/contract/directory'
import { isShort } from '@shiji/kernel/assets/stock'
import { type Decimal, normalize } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

type StockQuery = { readonly search: string; readonly roomId?: string | undefined; readonly shortOnly: boolean }

/** How many of an item there are; the item's table goes by `item`. */
export const ON_HAND = sql<Decimal>`(select coalesce(sum(movement.quantity), 0) from assets_stock_movement movement
  where movement.item_id = item.id)`

/** Items the actor sees that are asked for. */
export function fromStock(reader: Reader, actor: Actor, { search, roomId, shortOnly }: StockQuery) {
  const sought = sql<boolean>`strpos(concat_ws(' ', item.code, item.name, item.model, room.name, directory_unit.name),
    ${search}) > 0`
  return reader
    .selectFrom('assetsStockItem as item')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'item.unitId')
    .leftJoin('assetsRoom as room', 'room.id', 'item.roomId')
    .where(visibleTo(actor))
    .$if(search !== '', (query) => query.where(sought))
    .$if(roomId !== undefined, (query) => query.where('item.roomId', '=', roomId ?? ''))
    .$if(shortOnly, (query) => query.where(IS_SHORT))
}

export const IS_SHORT = sql<boolean>`(item.minimum > 0 and ${ON_HAND} < item.minimum)`

export const STOCK_SHOWN = [
  'item.id',
  'item.code',
  'item.name',
  'item.model',
  'item.unitWord',
  'item.minimum',
  'item.unitId',
  'directoryUnit.name as unitName',
  'item.roomId',
  'room.name as roomName',
] as const

type Shown = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly model: string
  readonly unitWord: string
  readonly minimum: Decimal
  readonly unitId: string
  readonly unitName: string
  readonly roomId: string | null
  readonly roomName: string | null
  readonly onHand: Decimal
}

export function toStockItem({ unitId, unitName, roomId, roomName, ...row }: Shown) {
  return {
    ...row,
    id: StockItemId.parse(row.id),
    minimum: normalize(row.minimum),
    onHand: normalize(row.onHand),
    unit: { id: UnitId.parse(unitId), name: unitName },
    room: roomId === null ? null : { id: RoomId.parse(roomId), name: roomName ?? '' },
    isShort: isShort(row),
  }
}
