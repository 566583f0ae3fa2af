import type { MeterId } from '@shiji/contract/upkeep-meters'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listMeterRows, lockMeter } from './meter-store.ts'

/** A meter that was replaced or is read no longer; ended twice, it ended when it did first. */
export async function endMeter(context: Context, { id }: { id: MeterId }) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const meter = (await lockMeter(tx, actor, id)) ?? refuse('not-found')
    if (meter.endedAt === null) {
      await tx.updateTable('upkeepMeter').set({ endedAt: now }).where('id', '=', id).execute()
      await recordInLedger(tx, context, { did: 'upkeep.meter-ended', meterId: id, name: meter.name })
    }
    const [row] = await listMeterRows(tx, actor, id)
    return row ?? refuse('not-found')
  })
}
