import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listMeterRows } from './meter-store.ts'

export async function listMeters(context: Context) {
  requirePermission(context, 'upkeep.read')
  return read(context.db, (reader) => listMeterRows(reader, context.actor))
}
