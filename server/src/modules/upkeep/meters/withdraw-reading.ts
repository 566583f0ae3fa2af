import type { ReadingId } from '@shiji/contract/upkeep-meters'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockMeter } from './meter-store.ts'
import { findReading } from './reading-store.ts'
import { tellMeter } from './tell-meter.ts'

type Input = { readonly id: ReadingId; readonly because: string }

export async function withdrawReading(context: Context, { id, because }: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const row = await tx.selectFrom('upkeepReading').select('meterId').where('id', '=', id).executeTakeFirst()
    const meter = (row && (await lockMeter(tx, actor, row.meterId))) ?? refuse('not-found')
    const reading = (await findReading(tx, actor, id)) ?? refuse('not-found')
    if (reading.withdrawn !== null) refuse('occurrence-settled')

    const withdrawn = { withdrawnAt: now, withdrawnBy: actor.personId, withdrawnBecause: because }
    await tx.updateTable('upkeepReading').set(withdrawn).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'upkeep.reading-withdrawn', readingId: id, meterId: meter.id, because })
    await tellMeter(tx, context, meter, [Temporal.Instant.from(reading.at)])
    return (await findReading(tx, actor, id)) ?? refuse('not-found')
  })
}
