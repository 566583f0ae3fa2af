import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { ASSET_MEASURES } from './asset-measures.ts'

const KEYS = ASSET_MEASURES.map(({ key }) => key)

type Changed = { readonly unitId: string; readonly projectId: string | null; readonly days: readonly string[] }

/** What changes on a day changes the ends of all months since. */
export async function tellAssets(tx: Tx, context: Context, { unitId, projectId, days }: Changed): Promise<void> {
  const first = days.toSorted()[0]
  const since = first === undefined ? [] : monthEndsSince(first, officeDay(context.now))
  const all = [...new Set([...days, ...since])]
  await tell(tx, context, MEASURE_CHANGED, { measures: KEYS, unitId, projectId, days: all })
}

function monthEndsSince(day: string, today: Temporal.PlainDate): string[] {
  const ends: string[] = []
  let month = Temporal.PlainDate.from(day).toPlainYearMonth()
  while (Temporal.PlainYearMonth.compare(month, today.toPlainYearMonth()) <= 0) {
    ends.push(month.toPlainDate({ day: month.daysInMonth }).toString())
    month = month.add({ months: 1 })
  }
  return ends
}
