import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { defineJob } from '#platform/jobs/job'
import { listRolledYears, listStaleDays, listStaleSeries, removeStaleDays, saveDays } from './day-store.ts'
import { listSeries } from './series-store.ts'
import { readSettledDays } from './settled-days.ts'

export const refreshJob = defineJob('evidence.refresh-series', z.object({}))

/** Sums the days again whose records changed; each series in a transaction of its own. */
export async function refreshSeries(context: Context): Promise<void> {
  const waiting = await read(context.db, listStaleSeries)
  for (const id of waiting) await refresh(context, id)
}

async function refresh(context: Context, seriesId: string): Promise<void> {
  const { measures, now } = context
  await inTransaction(context.db, async (tx) => {
    // Marks first, records after: whatever a mark speaks of is in the records read, and later marks stay.
    const [marks, years, [series]] = await Promise.all([
      listStaleDays(tx, [seriesId]),
      listRolledYears(tx, [seriesId]),
      listSeries(tx, [seriesId]),
    ])
    const rolled = new Set(years.map(({ year }) => year))
    const measure = series && measures.get(series.measure)
    if (series === undefined || measure === undefined) return
    const days = new Set(marks.map(({ day }) => day).filter((day) => rolled.has(Number(day.slice(0, 4)))))
    const open = new Set<string>()
    for (const day of days) {
      const period = { from: day, until: day }
      const found = await readSettledDays(tx, { measure, series, period, now })
      if (found.open.length > 0) open.add(day)
      else await saveDays(tx, seriesId, { period, days: found.days })
    }
    const done = marks.filter(({ day }) => !open.has(day))
    await removeStaleDays(
      tx,
      done.map(({ id }) => id),
    )
  })
}
