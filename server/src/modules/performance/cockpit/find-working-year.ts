import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { findLastApprovedYear } from '../proof/approved-store.ts'

/** The year the promises in force are of: in January that is still the old one, until a declaration of the new one is approved. */
export async function findWorkingYear(context: Context): Promise<{ year: number | null }> {
  requirePermission(context, 'performance.read')
  const latest = officeDay(context.now).year
  return read(context.db, async (reader) => ({ year: await findLastApprovedYear(reader, context.actor, latest) }))
}
