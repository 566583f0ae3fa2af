import type { MeterId } from '@shiji/contract/upkeep-meters'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { periodEnd, periodStart } from '#platform/measure'
import { refuse } from '#platform/refusal'
import { listMeterRows } from './meter-store.ts'
import { listReadings } from './reading-store.ts'

export async function openMeter(context: Context, { id, year }: { id: MeterId; year: number }) {
  requirePermission(context, 'upkeep.read')
  const { actor, db } = context
  const period = { from: `${year}-01-01`, until: `${year}-12-31` }
  return read(db, async (reader) => {
    const [meter] = await listMeterRows(reader, actor, id)
    if (meter === undefined) return refuse('not-found')
    const during = { meterId: id, from: periodStart(period), until: periodEnd(period) }
    return { meter, readings: await listReadings(reader, actor, during) }
  })
}
