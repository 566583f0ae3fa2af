import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findEntry, lockLibrary, saveRetirement } from './entry-store.ts'

export async function retireEntry(context: Context, { id, reason }: { id: string; reason: string }) {
  requirePermission(context, 'performance.review')
  const { personId } = context.actor

  await inTransaction(context.db, async (tx) => {
    await lockLibrary(tx)
    const { entry, retired } = (await findEntry(tx, id)) ?? refuse('not-found')
    const { level3: name } = entry
    if (retired !== null) refuse('indicator-retired', { name })

    await saveRetirement(tx, id, reason, { at: context.now, personId })
    await recordInLedger(tx, context, { did: 'performance.library-entry-retired', entryId: id, name, reason })
  })
  return { id }
}
