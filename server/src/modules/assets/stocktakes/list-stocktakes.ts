import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listStocktakeRows } from './stocktake-store.ts'

export async function listStocktakes(context: Context) {
  requirePermission(context, 'assets.read')
  return read(context.db, (reader) => listStocktakeRows(reader, context.actor))
}
