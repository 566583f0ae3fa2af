import { StockCountId } from '@shiji/contract/assets-stock'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

const SHOWN = 100

/** Counts of stores the actor sees, newest first, with what was found. */
export async function listCountRows(reader: Reader, actor: Actor, id?: string) {
  const lines = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from assets_stock_counted line where line.count_id = stock_count.id and ${condition})`
  const rows = await reader
    .selectFrom('assetsStockCount as stockCount')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'stockCount.unitId')
    .innerJoin('directoryPerson as person', 'person.id', 'stockCount.recordedBy')
    .leftJoin('assetsRoom as room', 'room.id', 'stockCount.roomId')
    .select(['stockCount.id', 'stockCount.countedOn', 'directoryUnit.name as unitName', 'room.name as roomName'])
    .select(['person.name as recordedBy', lines(sql`true`).as('items')])
    .select(lines(sql`line.found <> line.expected`).as('differing'))
    .where(visibleTo(actor))
    .$if(id !== undefined, (query) => query.where('stockCount.id', '=', id ?? ''))
    .orderBy('stockCount.countedOn', 'desc')
    .orderBy('stockCount.id', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => ({ ...row, id: StockCountId.parse(row.id) }))
}
