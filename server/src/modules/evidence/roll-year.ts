import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { defineJob } from '#platform/jobs/job'
import type { Scope } from '#platform/measure'
import { saveRolledYears, saveStaleDays } from './day-store.ts'
import { listSeries, listSeriesOf, lockSeries } from './series-store.ts'
import { type MeasuredSeries, settleDays } from './settle-days.ts'

const OfScope = z.object({ unitId: z.uuid(), projectId: z.uuid().nullable(), year: z.int() })
/** A job promised by an earlier server may still wait: it names one row, whose scope is now summed whole. */
const OfSeries = z.object({ seriesId: z.uuid(), year: z.int() })
const Payload = z.union([OfScope, OfSeries])
export const rollYearJob = defineJob('evidence.roll-year', Payload)

type Asked = z.output<typeof Payload>

/** Sums a year of all series of a scope by day, so that their reading costs its days and not its history. */
export async function rollYear(context: Context, asked: Asked): Promise<void> {
  const { measures, now, newId } = context
  const { year } = asked
  await inTransaction(context.db, async (tx) => {
    const scope = await findScope(tx, asked)
    // A row taken away since needs no sums.
    if (scope === null) return
    const all = (await listSeriesOf(tx, scope)).flatMap((series): MeasuredSeries[] => {
      const measure = measures.get(series.measure)
      return measure === undefined || measure.spansDays === true ? [] : [{ series, measure }]
    })
    await lockSeries(
      tx,
      all.map(({ series }) => series.id),
    )
    const period = { from: `${year}-01-01`, until: `${year}-12-31` }
    const rolled = all.map(({ series, measure: { version } }) => ({
      ...{ seriesId: series.id, year, queryVersion: version, rolledAt: now },
    }))
    // Named first: a change from now on marks its day, whether or not the records below hold it already.
    const named = saveRolledYears(tx, rolled)
    const [, open] = await Promise.all([named, settleDays(tx, { scope, all, period, now })])
    saveStaleDays(
      tx,
      open.map((one) => ({ ...one, id: newId(), waits: true })),
    )
  })
}

async function findScope(tx: Tx, asked: Asked): Promise<Scope | null> {
  if (!('seriesId' in asked)) return { unitId: asked.unitId, projectId: asked.projectId }
  const [series] = await listSeries(tx, [asked.seriesId])
  return series?.scope ?? null
}
