import type { PlannedStockItem } from '@shiji/kernel/assets/plan-stock'
import { isZero } from '@shiji/kernel/decimal'
import { say } from '@shiji/kernel/wording'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { inPieces } from '#platform/lists/in-pieces'
import { officeDay } from '#platform/office-day'
import { ensureRooms, keyOfRoom } from '../../room-store.ts'
import { saveMovement } from '../movement-store.ts'

const OPENING = { zh: '期初', en: 'Opening' }

type Planned = { readonly made: readonly PlannedStockItem[]; readonly changed: readonly PlannedStockItem[] }

/** What a new item begins with is its first entry; how many there are of a known one is left alone. */
export async function saveStockItems(tx: Tx, context: PersonContext, { made, changed }: Planned): Promise<void> {
  const rooms = await ensureRooms(tx, context, [...made, ...changed])
  const placed = ({ line: _, was: __, opening: ___, room, ...facts }: PlannedStockItem) => {
    return { ...facts, roomId: rooms.get(keyOfRoom({ unitId: facts.unitId, room })) ?? null }
  }
  const recorded = { recordedAt: context.now, recordedBy: context.actor.personId }
  const rows = made.map((one) => ({ one, row: { ...placed(one), id: context.newId(), ...recorded } }))
  for (const piece of inPieces(rows.map(({ row }) => row)))
    await tx.insertInto('assetsStockItem').values(piece).execute()
  const happenedOn = officeDay(context.now).toString()
  const note = say(OPENING, context.language)
  for (const { one, row } of rows) {
    if (isZero(one.opening)) continue
    const movement = { itemId: row.id, kind: 'entry', quantity: one.opening, happenedOn, note } as const
    await saveMovement(tx, context, { movement, owner: { unitId: row.unitId, projectId: null } })
  }
  for (const one of changed) {
    const { unitId: _, code: __, ...facts } = placed(one)
    if (one.was === null) continue
    await tx.updateTable('assetsStockItem').set(facts).where('id', '=', one.was.id).execute()
  }
}
