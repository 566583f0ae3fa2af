import { type KnownStockItem, planStock, type StockPlan } from '@shiji/kernel/assets/plan-stock'
import type { StockSheet } from '@shiji/kernel/assets/stock-sheet'
import { sql } from 'kysely'
import { listKnownUnits, visibleTo } from '#modules/directory'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { ON_HAND } from '../stock-rows.ts'

/** What a file would change as things stand now. */
export async function planStockList(reader: Reader, { actor }: PersonContext, sheet: StockSheet): Promise<StockPlan> {
  const units = await listKnownUnits(reader, actor)
  return planStock(sheet, { units, topId: actor.unitId, items: await listKnownItems(reader, actor) })
}

function listKnownItems(reader: Reader, actor: Actor): Promise<KnownStockItem[]> {
  return reader
    .selectFrom('assetsStockItem as item')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'item.unitId')
    .leftJoin('assetsRoom as room', 'room.id', 'item.roomId')
    .select(['item.id', 'item.unitId', 'item.code', 'item.name', 'item.model', 'item.unitWord', 'item.minimum'])
    .select([sql<string>`coalesce(room.name, '')`.as('room'), ON_HAND.as('onHand')])
    .where(visibleTo(actor))
    .orderBy('item.id')
    .execute()
}
