import { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listUnitsInReach } from '../tickets/unit-in-reach.ts'

export async function findServed(context: Context, { search }: { search: string }) {
  requirePermission(context, 'desk.read')
  const rows = await read(context.db, (reader) => listUnitsInReach(reader, context.actor, search))
  return rows.map(({ id, name }) => ({ id: UnitId.parse(id), name }))
}
