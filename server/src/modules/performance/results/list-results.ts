import { compare, decimal } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listResultRows } from './result-store.ts'

/** The results of a year, best first; equal totals share a rank. */
export async function listResults(context: Context, { year }: { year: number }) {
  requirePermission(context, 'performance.read')
  const rows = await read(context.db, (reader) => listResultRows(reader, context.actor, { year }))
  return rows.map((row) => {
    const better = rows.filter(({ total }) => compare(decimal(total), decimal(row.total)) > 0)
    return { ...row, rank: better.length + 1 }
  })
}
