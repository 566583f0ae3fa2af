import { visibleTo } from '#modules/directory'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** A room of a unit the actor sees. */
export function findRoom(reader: Reader, actor: Actor, id: string) {
  return reader
    .selectFrom('assetsRoom as room')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'room.unitId')
    .select(['room.id', 'room.name', 'room.unitId'])
    .where('room.id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
}

type Place = { readonly unitId: string; readonly room: string }

/** The rooms of these names, entered where there is none; `keyOfRoom` finds one again. */
export async function ensureRooms(tx: Tx, context: PersonContext, places: readonly Place[]) {
  const wanted = new Map(places.filter(({ room }) => room !== '').map((place) => [keyOfRoom(place), place]))
  if (wanted.size === 0) return new Map<string, string>()
  const made = { isStore: false, madeAt: context.now, madeBy: context.actor.personId }
  await tx
    .insertInto('assetsRoom')
    .values([...wanted.values()].map(({ unitId, room }) => ({ id: context.newId(), unitId, name: room, ...made })))
    .onConflict((conflict) => conflict.constraint('assets_room_once').doNothing())
    .execute()
  const rows = await tx
    .selectFrom('assetsRoom')
    .select(['id', 'unitId', 'name as room'])
    .where('unitId', 'in', [...new Set([...wanted.values()].map(({ unitId }) => unitId))])
    .execute()
  return new Map(rows.map((row) => [keyOfRoom(row), row.id]))
}

export function keyOfRoom({ unitId, room }: Place): string {
  return `${unitId} ${room}`
}
