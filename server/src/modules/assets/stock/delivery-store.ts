import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { sharedDelivery } from './shared-rows.ts'

/** Not yet in the store: what was delivered less its entries, an entry taken back not counted. */
const LEFT = sql<Decimal>`(delivery.quantity - (select coalesce(sum(entry.quantity), 0) from assets_stock_movement entry
  where entry.delivery_id = delivery.id
  and not exists (select from assets_stock_movement counter where counter.corrects_id = entry.id)))`

/** Deliveries the actor sees. */
export function fromDeliveries(reader: Reader, actor: Actor) {
  return reader
    .selectFrom(sharedDelivery)
    .innerJoin('directoryUnit', 'directoryUnit.id', 'delivery.unitId')
    .select(['delivery.id', 'delivery.item', 'delivery.unitWord', 'delivery.noteNumber', 'delivery.deliveredOn'])
    .select(['delivery.projectId', LEFT.as('left')])
    .where(visibleTo(actor))
}

/** Two who enter from one delivery wait for one another. */
export async function lockDelivery(tx: Tx, actor: Actor, id: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stock-delivery ${id}`}, 0))`.execute(tx)
  return fromDeliveries(tx, actor).where('delivery.id', '=', id).executeTakeFirst()
}

export function whereSomeIsLeft() {
  return sql<boolean>`${LEFT} > 0`
}
