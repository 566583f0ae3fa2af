import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { listSeriesWithout, saveMonthEnds } from './month-end-store.ts'
import { readSeries } from './read-series.ts'
import { listSeries } from './series-store.ts'

const AT_ONCE = 200

/** When a month is over every series keeps what it says of the year so far. A month that was missed is not made up. */
export async function keepMonthEnds(context: Context): Promise<void> {
  const last = officeDay(context.now).with({ day: 1 }).subtract({ months: 1 })
  const period = { from: `${last.year}-01-01`, until: last.add({ months: 1 }).subtract({ days: 1 }).toString() }
  const wanted = { month: last.toString(), measures: [...context.measures.keys()], limit: AT_ONCE }
  for (;;) {
    const kept = await inTransaction(context.db, async (tx) => {
      const ids = await listSeriesWithout(tx, wanted)
      const readings = await readSeries(tx, context, { series: await listSeries(tx, ids), period })
      const { month } = wanted
      await saveMonthEnds(
        tx,
        [...readings].map(([seriesId, { reading, measure }]) => {
          const { value, parts, asOf } = reading
          return { seriesId, month, value, parts, queryVersion: measure.version, asOf }
        }),
      )
      return readings.size
    })
    if (kept < AT_ONCE) return
  }
}
