import type { SpotId } from '@shiji/contract/desk-spots'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { makeCode } from './make-code.ts'
import { listSpotRows, moveSpot } from './spot-store.ts'

/** For a code that was misused; the label has to be printed anew. */
export async function renewSpot(context: Context, { id }: { id: SpotId }) {
  requirePermission(context, 'desk.manage-spots')

  return inTransaction(context.db, async (tx) => {
    const [spot] = await listSpotRows(tx, context.actor, { id })
    if (spot === undefined) return refuse('not-found')

    const code = makeCode()
    await moveSpot(tx, id, { code })
    await recordInLedger(tx, context, { did: 'desk.spot-renewed', spotId: id })
    return { ...spot, path: `/q/${code}` }
  })
}
