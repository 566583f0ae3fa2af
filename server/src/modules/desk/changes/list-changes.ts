import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { selectChanges } from './change-store.ts'
import { showChange } from './show-change.ts'

export async function listChanges(context: Context, { month }: { month: string }) {
  requirePermission(context, 'desk.read')
  const last = Temporal.PlainYearMonth.from(month).daysInMonth
  const period = { from: `${month}-01`, until: `${month}-${last}` }
  return read(context.db, async (reader) => {
    const rows = await selectChanges(reader, context.actor)
      .where('change.plannedFrom', '<', periodEnd(period))
      .where('change.plannedUntil', '>', periodStart(period))
      .orderBy('change.plannedFrom')
      .orderBy('change.id')
      .execute()
    return rows.map((row) => showChange(row, context.language))
  })
}
