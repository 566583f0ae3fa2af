import { leavesEnough } from '@shiji/kernel/assets/stock'
import { type Decimal, normalize } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'

/** An item of the actor's own, held, so that two do not take the last piece; with how many there are. */
export async function lockItem(tx: Tx, actor: Actor, id: string) {
  const item = await tx
    .selectFrom('assetsStockItem as item')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'item.unitId')
    .select(['item.id', 'item.unitId', 'item.roomId', 'item.code', 'item.name', 'item.unitWord'])
    .where('item.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate('item')
    .executeTakeFirst()
  return item === undefined ? undefined : { ...item, onHand: normalize(await sumOf(tx, id)) }
}

type LockedItem = NonNullable<Awaited<ReturnType<typeof lockItem>>>

/** Asked after the lock is held: what others moved before is in it. */
async function sumOf(tx: Tx, itemId: string): Promise<Decimal> {
  const { total } = await tx
    .selectFrom('assetsStockMovement')
    .select(sql<Decimal>`coalesce(sum(quantity), 0)`.as('total'))
    .where('itemId', '=', itemId)
    .executeTakeFirstOrThrow()
  return total
}

export function refuseLacking({ name, unitWord, onHand }: LockedItem, moved: Decimal): void {
  if (!leavesEnough(onHand, moved)) refuse('stock-lacking', { name, onHand, unitWord })
}
