import { RoomId } from '@shiji/contract/assets'
import { UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'

type Check = { readonly checkedOn: string; readonly items: number; readonly passed: number }

export async function listRooms(context: Context) {
  requirePermission(context, 'assets.read')
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('assetsRoom as room')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'room.unitId')
      .select(['room.id', 'room.name', 'room.isStore', 'room.unitId', 'directoryUnit.name as unitName'])
      .select([
        sql<number>`(select count(*)::int from assets_asset asset where asset.room_id = room.id
          and asset.state <> 'scrapped')`.as('assets'),
        sql<Check | null>`(select jsonb_build_object('checkedOn', done.checked_on, 'items', done.items,
          'passed', done.passed) from assets_storage_check done where done.room_id = room.id
          order by done.checked_on desc, done.id desc limit 1)`.as('lastCheck'),
      ])
      .where(visibleTo(context.actor))
      .orderBy('directoryUnit.name')
      .orderBy('room.name')
      .execute(),
  )
  return rows.map(({ id, unitId, unitName, ...row }) => ({
    ...row,
    id: RoomId.parse(id),
    unit: { id: UnitId.parse(unitId), name: unitName },
  }))
}
