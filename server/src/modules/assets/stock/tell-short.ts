import { isShort } from '@shiji/kernel/assets/stock'
import { type Decimal, normalize, subtract } from '@shiji/kernel/decimal'
import { sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { ON_HAND } from './stock-rows.ts'

/** Whoever keeps the store of a unit. */
const KEEPERS = ['centre-manager', 'project-contact']

/** The keepers hear once, with the movement that takes an item below its minimum; until it is full again nobody is told. */
export async function tellShort(tx: Tx, context: Context, moved: { itemId: string; quantity: Decimal }): Promise<void> {
  const item = await tx
    .selectFrom('assetsStockItem as item')
    .select(['item.unitId', 'item.name', 'item.unitWord', 'item.minimum', ON_HAND.as('onHand')])
    .where('item.id', '=', moved.itemId)
    .executeTakeFirstOrThrow()
  const before = { ...item, onHand: subtract(item.onHand, moved.quantity) }
  if (!isShort(item) || isShort(before)) return

  const people = await tx
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryRole as role', 'role.personId', 'person.id')
    .select('person.id')
    .distinct()
    .where('person.state', '=', 'active')
    .where('person.unitId', '=', item.unitId)
    .where('role.role', 'in', KEEPERS)
    .orderBy('person.id')
    .execute()
  const { name: subject, unitWord } = item
  const parameters = { subject, left: normalize(item.onHand), minimum: normalize(item.minimum), unitWord }
  const message = { code: 'stock-short', parameters, subjectKind: 'stock-item', subjectId: moved.itemId } as const
  await sendMessages(
    tx,
    context,
    people.map(({ id: personId }) => ({ ...message, personId })),
  )
}
