import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listSampleRows } from './sample-store.ts'

export async function listSamples(context: Context, { year }: { year: number }) {
  requirePermission(context, 'performance.review')
  return read(context.db, (reader) => listSampleRows(reader, context.actor, { year }))
}
