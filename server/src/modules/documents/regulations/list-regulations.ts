import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listRegulationRows } from './regulation-store.ts'

export async function listRegulations(context: Context) {
  requirePermission(context, 'documents.read')
  return read(context.db, (reader) => listRegulationRows(reader, context))
}
