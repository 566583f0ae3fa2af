import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listCountRows } from './count-store.ts'

export async function listStockCounts(context: Context) {
  requirePermission(context, 'assets.read')
  return read(context.db, (reader) => listCountRows(reader, context.actor))
}
