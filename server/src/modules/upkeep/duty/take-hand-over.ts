import type { OccurrenceId } from '@shiji/contract/upkeep'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { checkIn, lockShift, tellShift } from './check-in.ts'
import { lockHandOver } from './hand-over-store.ts'
import { findNextShift } from './next-shift.ts'
import { findShift } from './shift-store.ts'
import { lockTurn } from './turn-store.ts'

/** 接班: whoever comes signs, is there from then on, and those of the shift before have left. */
export async function takeHandOver(context: Context, { id }: { id: OccurrenceId }) {
  requirePermission(context, 'upkeep.work')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const shift = await lockShift(tx, id)
    if ((await findShift(tx, { actor, now }, id)) === undefined) refuse('not-found')
    const signed = (await lockHandOver(tx, id)) ?? refuse('not-handed-over')
    if (signed.takenAt !== null) refuse('checked-already')
    if (signed.givenBy === actor.personId) refuse('taker-is-giver')
    const next = await findNextShift(tx, { actor, now }, shift)
    const mine = next?.turns.find(({ isMine }) => isMine) ?? refuse('not-on-roster')

    const turn = (await lockTurn(tx, mine.id)) ?? refuse('not-on-roster')
    if (turn.inAt === null) await checkIn(tx, context, turn)
    const taken = { takenAt: now, takenBy: actor.personId }
    await tx.updateTable('upkeepHandOver').set(taken).where('occurrenceId', '=', id).execute()
    await tx
      .updateTable('upkeepTurn')
      .set({ outAt: now })
      .where('occurrenceId', '=', id)
      .where('inAt', 'is not', null)
      .where('outAt', 'is', null)
      .execute()
    await recordInLedger(tx, context, { did: 'upkeep.hand-over-taken', occurrenceId: id })
    await tellShift(tx, context, shift)
    return (await findShift(tx, { actor, now }, id)) ?? refuse('not-found')
  })
}
