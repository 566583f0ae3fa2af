import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { endSessionRow } from './session-store.ts'

export async function signOut(context: Context): Promise<Record<string, never>> {
  requireSignedIn(context)
  await inTransaction(context.db, async (tx) => {
    await endSessionRow(tx, context.actor.sessionId, context.now)
    await recordInLedger(tx, context, { did: 'directory.signed-out', sessionId: context.actor.sessionId })
  })
  context.caller.setSession(null)
  return {}
}
