import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { listComplaintRows } from './complaint-store.ts'

export async function listComplaints(context: Context, { year }: { year: number }) {
  requirePermission(context, 'desk.read')
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  const within = { from: periodStart(period), until: periodEnd(period) }
  return read(context.db, (reader) => listComplaintRows(reader, context, within))
}
