import type { PersonId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { requireVisiblePerson } from '../person-store.ts'
import { endOtherSessions, listOpenSessions } from '../session-store.ts'

export async function endSessionsOf(context: Context, { id }: { id: PersonId }) {
  requirePermission(context, 'directory.reset-access')

  return inTransaction(context.db, async (tx) => {
    await requireVisiblePerson(tx, context.actor, id)
    const ended = (await listOpenSessions(tx, id, context.now)).length

    await endOtherSessions(tx, id, { keep: [], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.sessions-ended', personId: id, ended })
    return { ended }
  })
}
