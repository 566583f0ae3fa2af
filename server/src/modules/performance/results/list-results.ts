import { compare, decimal } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listResultRows } from './result-store.ts'

/** The results of a year, or of all years, best first within a year; equal totals of a year share a rank. */
export async function listResults(context: Context, { year }: { year?: number | undefined }) {
  requirePermission(context, 'performance.read')
  const rows = await read(context.db, (reader) =>
    listResultRows(reader, context.actor, year === undefined ? {} : { year }),
  )
  return rows.map((row) => {
    const better = rows.filter(
      ({ year: of, total }) => of === row.year && compare(decimal(total), decimal(row.total)) > 0,
    )
    return { ...row, rank: better.length + 1 }
  })
}
