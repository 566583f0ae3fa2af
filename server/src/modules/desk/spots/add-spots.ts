import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordAllInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findUnitInReach } from '../tickets/unit-in-reach.ts'
import { makeCode } from './make-code.ts'
import { listSpotRows, saveSpots } from './spot-store.ts'

export async function addSpots(context: Context, { unitId, names }: { unitId: UnitId; names: readonly string[] }) {
  requirePermission(context, 'desk.manage-spots')
  const { actor, now, newId } = context

  return inTransaction(context.db, async (tx) => {
    if ((await findUnitInReach(tx, actor, unitId)) === undefined) refuse('not-found')

    const made = { unitId, madeAt: now, madeBy: actor.personId }
    const spots = [...new Set(names)].map((name) => ({ ...made, id: newId(), name, code: makeCode() }))
    const added = await saveSpots(tx, spots)
    await recordAllInLedger(
      tx,
      context,
      added.map(({ id: spotId, name }) => ({ did: 'desk.spot-added', spotId, unitId, name })),
    )
    return listSpotRows(tx, actor, { unitId })
  })
}
