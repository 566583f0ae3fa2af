import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { removeRetirement } from './entry-store.ts'

export async function restoreEntry(context: Context, { id }: { id: string }) {
  requirePermission(context, 'performance.review')

  await inTransaction(context.db, async (tx) => {
    if (!(await removeRetirement(tx, id))) refuse('not-found')

    await recordInLedger(tx, context, { did: 'performance.library-entry-restored', entryId: id })
  })
  return { id }
}
