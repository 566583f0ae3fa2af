import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { defineJob } from '#platform/jobs/job'
import { ALL_KNOWN } from '#platform/measure'
import { listRolledYears, listStaleDays, listStaleSeries, removeStaleDays, saveDays } from './day-store.ts'
import { listSeries } from './series-store.ts'

export const refreshJob = defineJob('evidence.refresh-series', z.object({}))

/** Sums the days again whose records changed; each series in a transaction of its own. */
export async function refreshSeries(context: Context): Promise<void> {
  const waiting = await read(context.db, listStaleSeries)
  for (const id of waiting) await refresh(context, id)
}

async function refresh(context: Context, seriesId: string): Promise<void> {
  const { measures } = context
  await inTransaction(context.db, async (tx) => {
    // Marks first, records after: whatever a mark speaks of is in the records read, and later marks stay.
    const marks = await listStaleDays(tx, [seriesId])
    const rolled = new Set((await listRolledYears(tx, [seriesId])).map(({ year }) => year))
    const [series] = await listSeries(tx, [seriesId])
    const measure = series && measures.get(series.measure)
    if (series === undefined || measure === undefined) return
    const days = new Set(marks.map(({ day }) => day).filter((day) => rolled.has(Number(day.slice(0, 4)))))
    for (const day of days) {
      const period = { from: day, until: day }
      const query = { scope: series.scope, params: series.params, asOf: ALL_KNOWN, period }
      await saveDays(tx, seriesId, { period, days: await measure.readDays(tx, query) })
    }
    await removeStaleDays(
      tx,
      marks.map(({ id }) => id),
    )
  })
}
