import type { SessionId } from '@shiji/contract/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { endSessionRow, listOpenSessions } from './session-store.ts'

/** One's own sessions only: a foreign id is as unknown as one that never was. */
export async function endSession(context: Context, { id }: { id: SessionId }): Promise<Record<string, never>> {
  requireSignedIn(context)
  await inTransaction(context.db, async (tx) => {
    const open = await listOpenSessions(tx, context.actor.personId, context.now)
    if (!open.some((session) => session.id === id)) refuse('not-found')

    await endSessionRow(tx, id, context.now)
    await recordInLedger(tx, context, { did: 'directory.session-ended', sessionId: id })
  })
  return {}
}
