import type { Context } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Tx } from '#platform/database/transaction'
import { announce } from '#platform/live/announce'
import type { MeasureChange } from '#platform/measure'
import { saveStaleDays } from './day-store.ts'
import { listAffected } from './series-store.ts'

/** Records changed: their days are summed again, until then read from the records, and open screens move. */
export async function followChange(tx: Tx, context: Context, change: MeasureChange): Promise<void> {
  const [series, units] = await Promise.all([listAffected(tx, change), unitsAbove(tx, change)])
  const days = [...new Set(change.days)]
  const marks = series.flatMap((seriesId) => days.map((day) => ({ id: context.newId(), seriesId, day, waits: false })))

  saveStaleDays(tx, marks)
  await announce(tx, { topic: 'evidence', about: change.projectId, units })
}

async function unitsAbove(tx: Tx, { unitId, alsoOf = unitId }: MeasureChange): Promise<readonly string[]> {
  const rows = await ancestorsOf(tx, { unitId, alsoOf })
  return [...new Set(rows.flatMap(({ ancestors }) => ancestors))]
}

const ancestorsOf = keepStatement((reader, { unitId, alsoOf }: { unitId: string; alsoOf: string }) =>
  reader.selectFrom('directoryUnit').select('ancestors').where('id', 'in', [unitId, alsoOf]).compile(),
)
