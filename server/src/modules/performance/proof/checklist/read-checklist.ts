import { sayChecklist } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { placeOfRow, type RowInput } from './place-of.ts'

export async function readChecklist(context: Context, row: RowInput) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => sayChecklist(reader, context, await placeOfRow(reader, context, row)))
}
