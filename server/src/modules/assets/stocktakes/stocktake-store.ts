import { StocktakeId } from '@shiji/contract/assets'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** Stocktakes the actor sees, newest first, with what was found. */
export async function listStocktakeRows(reader: Reader, actor: Actor, id?: string) {
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from assets_count one where one.stocktake_id = stocktake.id and ${condition})`
  const rows = await reader
    .selectFrom('assetsStocktake as stocktake')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'stocktake.unitId')
    .select(['stocktake.id', 'stocktake.name', 'stocktake.openedOn', 'stocktake.closedOn'])
    .select('directoryUnit.name as unitName')
    .select([
      count(sql`true`).as('expected'),
      count(AGREES).as('agreeing'),
      count(sql`one.counted_at is not null and not ${AGREES}`).as('elsewhere'),
      count(sql`one.counted_at is null`).as('missing'),
    ])
    .where(visibleTo(actor))
    .$if(id !== undefined, (query) => query.where('stocktake.id', '=', id ?? ''))
    .orderBy('stocktake.openedOn', 'desc')
    .orderBy('stocktake.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, id: StocktakeId.parse(row.id) }))
}

/** Found where the books say it stands. */
const AGREES = sql`(one.counted_at is not null and one.found_room_id is not distinct from one.expected_room_id)`

/** A stocktake of the actor's own, locked. */
export function lockStocktake(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('assetsStocktake as stocktake')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'stocktake.unitId')
    .select(['stocktake.id', 'stocktake.unitId', 'stocktake.openedOn', 'stocktake.closedOn'])
    .where('stocktake.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate('stocktake')
    .executeTakeFirst()
}

type Outcome = 'open' | 'agrees' | 'elsewhere' | 'missing'

type CountRow = {
  readonly isCounted: boolean
  readonly isClosed: boolean
  readonly expectedId: string | null
  readonly foundId: string | null
}

export function outcomeOf({ isCounted, isClosed, expectedId, foundId }: CountRow): Outcome {
  if (!isCounted) return isClosed ? 'missing' : 'open'
  return expectedId === foundId ? 'agrees' : 'elsewhere'
}
