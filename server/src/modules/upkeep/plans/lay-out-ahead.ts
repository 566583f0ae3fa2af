import { versionAt } from '#modules/calendar'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { DAYS_AHEAD, layOutPlan } from './lay-out-plan.ts'
import { listPlansBehind, lockPlan } from './plan-store.ts'

/** Every plan reaches a year ahead again; after a change of the calendar its days from tomorrow on follow it. */
export async function layOutAhead(context: Context): Promise<void> {
  const { db, now } = context
  const today = officeDay(now)
  const through = today.add({ days: DAYS_AHEAD - 1 }).toString()
  const behind = await read(db, async (reader) =>
    listPlansBehind(reader, { through, version: await versionAt(reader, now) }),
  )
  for (const id of behind) {
    await inTransaction(db, async (tx) => {
      const plan = await lockPlan(tx, id)
      if (plan === undefined) return
      const tomorrow = today.add({ days: 1 }).toString()
      // After a standstill of the server the days in between are laid out too.
      const from = plan.laidUntil === null ? plan.fromDay : earlier(dayAfter(plan.laidUntil), tomorrow)
      await layOutPlan(tx, context, { plan, from })
    })
  }
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
