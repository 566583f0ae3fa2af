import type { DocumentId } from '@shiji/contract/documents'
import type { ReadingId } from '@shiji/contract/upkeep-meters'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockMeter } from './meter-store.ts'
import { findReading } from './reading-store.ts'
import { tellMeter } from './tell-meter.ts'

type Input = { readonly id: ReadingId; readonly documentId: DocumentId }

/** The export of a count that was typed without one: a statement until now, documented from now on. */
export async function bringExport(context: Context, { id, documentId }: Input) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const row = await tx.selectFrom('upkeepReading').select('meterId').where('id', '=', id).executeTakeFirst()
    const meter = (row && (await lockMeter(tx, actor, row.meterId))) ?? refuse('not-found')
    const reading = (await findReading(tx, actor, id)) ?? refuse('not-found')
    if ((await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    if (!reading.lacksExport) refuse('export-not-lacking')

    const brought = { exportId: documentId, exportAt: now, exportBy: actor.personId }
    await tx.updateTable('upkeepReading').set(brought).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'upkeep.export-brought', readingId: id, meterId: meter.id, documentId })
    await tellMeter(tx, context, meter, [Temporal.Instant.from(reading.at)])
    return (await findReading(tx, actor, id)) ?? refuse('not-found')
  })
}
