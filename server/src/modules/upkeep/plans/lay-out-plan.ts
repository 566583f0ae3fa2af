import { dayTable } from '@shiji/kernel/calendar/day-table'
import { compareLayout } from '@shiji/kernel/upkeep/compare-layout'
import { type Laid, layOut } from '@shiji/kernel/upkeep/lay-out'
import { calendarOf } from '#modules/calendar'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { fillRoster } from '../duty/fill-roster.ts'
import { listLaid, restoreOccurrences, saveLaid, withdrawOccurrences } from '../occurrences/laid-store.ts'
import { tellUpkeep } from '../tell-upkeep.ts'
import { listTerms, type PlanRecord } from './plan-store.ts'

/** How far ahead everything planned lies there as rows. */
export const DAYS_AHEAD = 366

/**
 * Makes the rows of a locked plan from a day on those its terms ask for, a year ahead. What came to an outcome stands;
 * done again it changes nothing, so a server that dies within it has lost nothing and doubles nothing.
 */
export async function layOutPlan(tx: Tx, context: Context, { plan, from }: { plan: PlanRecord; from: string }) {
  const { now } = context
  const through = later(officeDay(now).toString(), plan.fromDay, from)
  const ahead = Temporal.PlainDate.from(through).add({ days: DAYS_AHEAD }).toString()
  const until = plan.untilDay !== null && plan.untilDay < ahead ? plan.untilDay : ahead
  const calendar = await calendarOf(tx, { unitId: plan.unitId, at: now })
  const terms = await listTerms(tx, plan.id)
  const table = { days: dayTable(calendar), timeZone: calendar.timeZone }
  const wanted = terms.flatMap(({ fromDay, frequency }, index): Laid[] => {
    const next = terms[index + 1]?.fromDay
    const last = next === undefined || next > until ? until : dayBefore(next)
    const first = later(fromDay, plan.fromDay, from)
    const span = { from: first, until: last, endsOn: plan.untilDay, graceHours: plan.graceHours }
    return first > last ? [] : layOut({ frequency, ...span }, table)
  })

  const change = compareLayout(await listLaid(tx, plan.id, from), wanted)
  await saveLaid(tx, context, { planId: plan.id, rows: change.added })
  await withdrawOccurrences(tx, change.withdrawn, now)
  await restoreOccurrences(tx, change.restored)
  await tx
    .updateTable('upkeepPlan')
    .set({ laidUntil: until, calendarVersion: calendar.version })
    .where('id', '=', plan.id)
    .execute()
  await fillRoster(tx, context, { plan, isAnew: false })
  const days = [...new Set([...change.added.map(({ day }) => day), ...(change.withdrawn.length > 0 ? [from] : [])])]
  if (plan.laidUntil !== null) await tellUpkeep(tx, context, { ...plan, days })
  return change
}

function later(...days: readonly string[]): string {
  return days.reduce((one, other) => (one > other ? one : other))
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
