import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { listVendorRows } from './vendor-store.ts'

export async function listVendors(context: Context, { search }: { search: string }) {
  requirePermission(context, 'contracts.read')
  const { actor, now } = context
  return read(context.db, (reader) => listVendorRows(reader, actor, { search, today: officeDay(now).toString() }))
}
