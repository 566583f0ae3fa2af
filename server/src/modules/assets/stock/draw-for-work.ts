import { findDraws, type Wanted } from '@shiji/kernel/assets/stock'
import type { Decimal } from '@shiji/kernel/decimal'
import { isNegative } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { lockItem, refuseLacking } from './item-store.ts'
import { saveMovement } from './movement-store.ts'

type Work = { readonly workOrderId: string; readonly ticketId: string; readonly wanted: readonly Wanted[] }

/** The store gives a work order what its lines say, and takes back what they no longer say. */
export async function drawForWork(tx: Tx, context: PersonContext, { wanted, ...work }: Work): Promise<void> {
  const { actor, now } = context
  const drawn = await tx
    .selectFrom('assetsStockMovement')
    .select(['itemId', sql<Decimal>`sum(quantity)`.as('quantity')])
    .where('workOrderId', '=', work.workOrderId)
    .groupBy('itemId')
    .execute()
  for (const { itemId, quantity } of findDraws(drawn, wanted)) {
    const item = (await lockItem(tx, actor, itemId)) ?? refuse('not-found')
    refuseLacking(item, quantity)
    const kind = isNegative(quantity) ? 'issue' : 'return'
    const happenedOn = officeDay(now).toString()
    const movement = { itemId, kind, quantity, happenedOn, ...work } as const
    await saveMovement(tx, context, { movement, owner: { unitId: item.unitId, projectId: null } })
  }
}
