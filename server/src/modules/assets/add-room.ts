import { RoomId } from '@shiji/contract/assets'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'

export async function addRoom(context: Context, room: { name: string; isStore: boolean }) {
  requirePermission(context, 'assets.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const id = context.newId()
    const made = await tx
      .insertInto('assetsRoom')
      .values({ id, ...room, unitId: actor.unitId, madeAt: now, madeBy: actor.personId })
      .onConflict((conflict) => conflict.constraint('assets_room_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) refuse('name-taken', { name: room.name })
    await recordInLedger(tx, context, { did: 'assets.room-added', roomId: id, ...room })
    return { id: RoomId.parse(id) }
  })
}
