import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { enqueue } from '#platform/jobs/job'
import { announce } from '#platform/live/announce'
import type { MeasureChange } from '#platform/measure'
import { saveStaleDays } from './day-store.ts'
import { refreshJob } from './refresh-series.ts'
import { listAffected } from './series-store.ts'

/** Records changed: their days are summed again, until then read from the records, and open screens move. */
export async function followChange(tx: Tx, context: Context, change: MeasureChange): Promise<void> {
  const [series, units] = await Promise.all([listAffected(tx, change), unitsAbove(tx, change)])
  const days = [...new Set(change.days)]
  const marks = series.flatMap(({ id: seriesId }) => days.map((day) => ({ id: context.newId(), seriesId, day })))

  await saveStaleDays(tx, marks)
  if (series.length > 0) await enqueue(tx, context, { job: refreshJob, payload: {}, key: refreshJob.name })
  await announce(tx, { topic: 'evidence', about: change.projectId, units })
}

async function unitsAbove(tx: Tx, { unitId, alsoOf = unitId }: MeasureChange): Promise<readonly string[]> {
  const rows = await tx.selectFrom('directoryUnit').select('ancestors').where('id', 'in', [unitId, alsoOf]).execute()
  return [...new Set(rows.flatMap(({ ancestors }) => ancestors))]
}
