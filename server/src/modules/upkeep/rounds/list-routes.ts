import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listRouteRows } from './route-store.ts'

export async function listRoutes(context: Context) {
  requirePermission(context, 'upkeep.read')
  return read(context.db, (reader) => listRouteRows(reader, context.actor))
}
