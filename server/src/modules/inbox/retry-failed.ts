import type { ChannelId } from '@shiji/contract/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { loadCarrier } from './channel-store.ts'

export async function retryFailed(context: Context, { id }: { id: ChannelId }) {
  requirePermission(context, 'inbox.manage')
  return inTransaction(context.db, async (tx) => {
    if ((await loadCarrier(tx, context, id)) === undefined) refuse('not-found')
    const { numUpdatedRows } = await tx
      .updateTable('inboxDelivery')
      .set({ state: 'queued', attempts: 0, notBefore: context.now, sendingId: null })
      .where('channelId', '=', id)
      .where('state', '=', 'failed')
      .executeTakeFirstOrThrow()
    const queued = Number(numUpdatedRows)
    await recordInLedger(tx, context, { did: 'inbox.failed-retried', channelId: id, queued })
    return { queued }
  })
}
