import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { defineJob } from '#platform/jobs/job'
import type { Period } from '#platform/measure'
import { listRolledYears, listStaleDays, listStaleSeries, removeStaleDays } from './day-store.ts'
import { listSeries } from './series-store.ts'
import { type MeasuredSeries, type OpenDay, settleDays, type ToSettle } from './settle-days.ts'

export const refreshJob = defineJob('evidence.refresh-series', z.object({}))

/** So many series share a transaction; a change that comes meanwhile leaves a mark of its own. */
const AT_ONCE = 50
/** Connections that sum at the same time. */
const LANES = 2

/** Sums the days again whose records changed. */
export async function refreshSeries(context: Context): Promise<void> {
  const waiting = await read(context.db, listStaleSeries)
  const batches = Array.from({ length: Math.ceil(waiting.length / AT_ONCE) }, (_, at) =>
    waiting.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  ).values()
  const lane = async () => {
    for (const ids of batches) await refresh(context, ids)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

async function refresh(context: Context, ids: readonly string[]): Promise<void> {
  const { measures, now } = context
  await inTransaction(context.db, async (tx) => {
    // Marks first, records after: whatever a mark speaks of is in the records read, and later marks stay.
    const [marks, years, all] = await Promise.all([
      listStaleDays(tx, ids),
      listRolledYears(tx, ids),
      listSeries(tx, ids),
    ])
    const rolled = new Set(years.map(({ seriesId, year }) => `${seriesId} ${year}`))
    const marked = marks.filter(({ seriesId, day }) => rolled.has(`${seriesId} ${day.slice(0, 4)}`))
    const known = all.flatMap((series): MeasuredSeries[] => {
      const measure = measures.get(series.measure)
      return measure === undefined ? [] : [{ series, measure }]
    })
    const open = await Promise.all(groupByDays(known, marked).map((group) => settleDays(tx, { ...group, now })))
    const waiting = new Set(open.flat().map(({ seriesId, day }) => `${seriesId} ${day}`))
    const summed = new Set(known.map(({ series }) => series.id))
    const done = marks.filter(({ seriesId, day }) => summed.has(seriesId) && !waiting.has(`${seriesId} ${day}`))
    await removeStaleDays(
      tx,
      done.map(({ id }) => id),
    )
  })
}

/** Series of one scope whose changed days are the same are summed together; days that follow one another too. */
function groupByDays(known: readonly MeasuredSeries[], marks: readonly OpenDay[]): Omit<ToSettle, 'now'>[] {
  const daysOf = Map.groupBy(marks, ({ seriesId }) => seriesId)
  const parts = known.flatMap((one) =>
    runsOf((daysOf.get(one.series.id) ?? []).map(({ day }) => day)).map((period) => ({ one, period })),
  )
  const groups = Map.groupBy(parts, ({ one, period }) => JSON.stringify([one.series.scope, period]))
  return [...groups.values()].flatMap((some) => {
    const [first] = some
    return first === undefined
      ? []
      : [{ scope: first.one.series.scope, all: some.map(({ one }) => one), period: first.period }]
  })
}

/** Days that follow one another are summed together. */
function runsOf(days: readonly string[]): Period[] {
  const runs: Period[] = []
  for (const day of [...new Set(days)].toSorted()) {
    const last = runs.at(-1)
    const isNext = last !== undefined && Temporal.PlainDate.from(last.until).add({ days: 1 }).toString() === day
    if (isNext) runs[runs.length - 1] = { ...last, until: day }
    else runs.push({ from: day, until: day })
  }
  return runs
}
