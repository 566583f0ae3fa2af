import type { PlanId } from '@shiji/contract/upkeep'
import { OccurrenceId } from '@shiji/contract/upkeep'
import { dayHoles } from '@shiji/kernel/upkeep/day-holes'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { listPlanRows } from '../plans/plan-store.ts'
import { findRotation, gapsAhead } from './roster-store.ts'
import { shiftRows, showShifts } from './shift-store.ts'

export async function readRoster(context: Context, { id, month }: { id: PlanId; month: string }) {
  requirePermission(context, 'upkeep.read')
  const { actor, now, db } = context
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return read(db, async (reader) => {
    const [plan] = await listPlanRows(reader, actor, { year: first.year, id })
    if (plan === undefined) return refuse('not-found')
    const rows = await shiftRows(reader, actor, now)
      .where('one.planId', '=', id)
      .where('one.day', '>=', first.toString())
      .where('one.day', '<=', last.toString())
      .execute()
    const rotation = await findRotation(reader, id)
    const gaps = await gapsAhead(reader, id, now)
    const [gap] = gaps
    const { frequency } = plan
    return {
      plan,
      shifts: await showShifts(reader, { actor, now }, rows),
      holes: plan.kind === 'duty' && frequency.kind === 'windows' ? dayHoles(frequency.windows) : [],
      rotation:
        rotation === undefined
          ? null
          : {
              from: rotation.from,
              turns: rotation.turns,
              people: rotation.people.map(({ id: personId, name }) => ({ id: personId, name })),
            },
      firstGap:
        gap === undefined
          ? null
          : { id: OccurrenceId.parse(gap.id), opensAt: gap.opensAt.toString(), dueAt: gap.dueAt.toString() },
      gaps: gaps.length,
    }
  })
}
