import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { defineJob } from '#platform/jobs/job'
import { saveDays, saveRolledYear, saveStaleDays } from './day-store.ts'
import { listSeries } from './series-store.ts'
import { readSettledDays } from './settled-days.ts'

export const rollYearJob = defineJob('evidence.roll-year', z.object({ seriesId: z.uuid(), year: z.int() }))

type Asked = { readonly seriesId: string; readonly year: number }

/** Sums a year of a series by day, so that its reading costs its days and not its history. */
export async function rollYear(context: Context, { seriesId, year }: Asked): Promise<void> {
  const { measures, now, newId } = context
  await inTransaction(context.db, async (tx) => {
    const [series] = await listSeries(tx, [seriesId])
    const measure = series && measures.get(series.measure)
    if (series === undefined || measure === undefined || measure.spansDays === true) return
    const period = { from: `${year}-01-01`, until: `${year}-12-31` }
    // Named first: a change from now on marks its day, whether or not the records below hold it already.
    const named = saveRolledYear(tx, { seriesId, year, queryVersion: measure.version, rolledAt: now })
    const [, { days, open }] = await Promise.all([named, readSettledDays(tx, { measure, series, period, now })])
    const marks = open.map((day) => ({ id: newId(), seriesId, day }))
    await Promise.all([saveDays(tx, seriesId, { period, days }), saveStaleDays(tx, marks)])
  })
}
