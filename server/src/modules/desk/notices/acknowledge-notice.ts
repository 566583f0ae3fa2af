import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { receive } from './notice-store.ts'

export async function acknowledgeNotice(context: Context, { id, what }: { id: string; what: 'delivered' | 'read' }) {
  requireSignedIn(context)
  const { personId } = context.actor
  return inTransaction(context.db, async (tx) => {
    if (!(await receive(tx, { id, personId, what, now: context.now }))) refuse('not-found')
    await recordInLedger(tx, context, { did: 'desk.notice-received', noticeId: id, what })
    return {}
  })
}
