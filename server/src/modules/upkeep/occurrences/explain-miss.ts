import type { OccurrenceId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockOccurrence } from './occurrence-store.ts'
import { openOccurrence } from './open-occurrence.ts'

/** The cause is said, and said again when more is known; the ledger keeps each. */
export async function explainMiss(context: Context, { id, cause }: { id: OccurrenceId; cause: string }) {
  requirePermission(context, 'upkeep.work')
  const { actor, db } = context
  await inTransaction(db, async (tx) => {
    const occurrence = (await lockOccurrence(tx, actor, id)) ?? refuse('not-found')
    if (occurrence.state !== 'missed') refuse('not-missed')

    await tx.updateTable('upkeepOccurrence').set({ cause, causeBy: actor.personId }).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'upkeep.miss-explained', occurrenceId: id, cause })
    return null
  })
  return openOccurrence(context, { id })
}
