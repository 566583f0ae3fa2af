import type { PlannedAsset } from '@shiji/kernel/assets/plan-assets'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { inPieces } from '#platform/lists/in-pieces'
import { officeDay } from '#platform/office-day'
import { ensureRooms, keyOfRoom } from '../room-store.ts'

type Planned = { readonly made: readonly PlannedAsset[]; readonly changed: readonly PlannedAsset[] }

/** New assets begin their life on the day they entered the books; a known one is written anew. */
export async function saveAssets(tx: Tx, context: PersonContext, { made, changed }: Planned): Promise<void> {
  const rooms = await ensureRooms(tx, context, [...made, ...changed])
  const recorded = { recordedAt: context.now, recordedBy: context.actor.personId }
  const rows = made.map(({ room, line: _, was: __, ...facts }) => {
    const roomId = rooms.get(keyOfRoom({ unitId: facts.unitId, room })) ?? null
    return { ...facts, roomId, id: context.newId(), stateSince: facts.enteredOn, ...recorded }
  })
  for (const piece of inPieces(rows)) await tx.insertInto('assetsAsset').values(piece).execute()
  const events = rows.map(({ id, enteredOn, state, roomId, keeper }) => {
    return { id: context.newId(), assetId: id, happenedOn: enteredOn, state, roomId, keeper, note: '', ...recorded }
  })
  const today = officeDay(context.now).toString()
  const moved = changed.flatMap(({ was, room, unitId, state, keeper }) => {
    if (was === null || (was.room === room && was.keeper === keeper)) return []
    const roomId = rooms.get(keyOfRoom({ unitId, room })) ?? null
    return [{ id: context.newId(), assetId: was.id, happenedOn: today, state, roomId, keeper, note: '', ...recorded }]
  })
  for (const piece of inPieces([...events, ...moved])) await tx.insertInto('assetsEvent').values(piece).execute()
  for (const { room, line: _, was, state: __, unitId, number: ___, ...facts } of changed) {
    if (was === null) continue
    const roomId = rooms.get(keyOfRoom({ unitId, room })) ?? null
    await tx
      .updateTable('assetsAsset')
      .set({ ...facts, roomId })
      .where('id', '=', was.id)
      .execute()
  }
}
