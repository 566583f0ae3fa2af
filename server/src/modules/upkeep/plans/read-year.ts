import { OccurrenceId, type PlanId } from '@shiji/contract/upkeep'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listPlanRows } from './plan-store.ts'

export async function readYear(context: Context, { id, year }: { id: PlanId; year: number }) {
  requirePermission(context, 'upkeep.read')
  return read(context.db, async (reader) => {
    const [plan] = await listPlanRows(reader, context.actor, { year, id })
    if (plan === undefined) return refuse('not-found')
    const rows = await reader
      .selectFrom('upkeepOccurrence')
      .select(['id', 'day', 'lastDay', 'slot', 'state', 'isLateEntry'])
      .where('planId', '=', id)
      .where('day', '>=', `${year}-01-01`)
      .where('day', '<=', `${year}-12-31`)
      .orderBy('opensAt')
      .orderBy('id')
      .execute()
    const cells = rows.map((row) => ({
      ...row,
      id: OccurrenceId.parse(row.id),
      state: row.state as OccurrenceState,
    }))
    return { plan, cells }
  })
}
