import type { SpotId } from '@shiji/contract/desk-spots'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { listSpotRows, moveSpot } from './spot-store.ts'

export async function changeSpot(context: Context, { id, isOpen }: { id: SpotId; isOpen: boolean }) {
  requirePermission(context, 'desk.manage-spots')

  return inTransaction(context.db, async (tx) => {
    const [spot] = await listSpotRows(tx, context.actor, { id })
    if (spot === undefined) return refuse('not-found')

    await moveSpot(tx, id, { isOpen })
    await recordInLedger(tx, context, { did: 'desk.spot-changed', spotId: id, before: spot.isOpen, after: isOpen })
    return { ...spot, isOpen }
  })
}
