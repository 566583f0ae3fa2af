import type { TurnId } from '@shiji/contract/upkeep-duty'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { checkIn, lockShift, tellShift } from './check-in.ts'
import { findShift } from './shift-store.ts'
import { lockTurn } from './turn-store.ts'

/** Sent again, as after a lost answer, the first moment stands. */
export async function checkTurn(context: Context, { id, way }: { id: TurnId; way: 'in' | 'out' }) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const turn = (await lockTurn(tx, id)) ?? refuse('not-found')
    if (turn.endedAt !== null || turn.personId !== actor.personId) refuse('not-on-roster')

    if (way === 'in' && turn.inAt === null) await checkIn(tx, context, turn)
    if (way === 'out' && turn.inAt === null) refuse('not-checked-in')
    if (way === 'out' && turn.outAt === null) {
      await tx.updateTable('upkeepTurn').set({ outAt: now }).where('id', '=', id).execute()
      await recordInLedger(tx, context, { did: 'upkeep.turn-checked', occurrenceId: turn.occurrenceId, way })
      await tellShift(tx, context, await lockShift(tx, turn.occurrenceId))
    }
    return (await findShift(tx, { actor, now }, turn.occurrenceId)) ?? refuse('not-found')
  })
}
