import { sql } from 'kysely'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { findNextShift } from './next-shift.ts'
import { shiftRows, showShifts } from './shift-store.ts'
import { listSwaps } from './swap-store.ts'

const DAYS_AHEAD = 14
const HOURS_BACK = 24

export async function readDuty(context: Context) {
  requirePermission(context, 'upkeep.read')
  const { actor, now, db } = context
  return read(db, async (reader) => {
    const running = await shiftRows(reader, actor, now)
      .where('one.opensAt', '<=', now)
      .where('one.dueAt', '>', now)
      .limit(50)
      .execute()
    const mine = await shiftRows(reader, actor, now)
      .where('one.dueAt', '>', now.subtract({ hours: HOURS_BACK }))
      .where('one.opensAt', '<', now.add({ hours: DAYS_AHEAD * 24 }))
      .where(
        sql<boolean>`exists (select from upkeep_turn turn where turn.occurrence_id = one.id
          and turn.person_id = ${actor.personId}::uuid and turn.ended_at is null)`,
      )
      .limit(60)
      .execute()
    return {
      now: await showShifts(reader, { actor, now }, running),
      mine: await showShifts(reader, { actor, now }, mine),
      toTake: await listToTake(reader, context),
      swaps: await listSwaps(reader, context),
    }
  })
}

/** Signed by one side, and I am on the shift that follows. */
async function listToTake(reader: Reader, { actor, now }: PersonContext) {
  const signed = await shiftRows(reader, actor, now)
    .innerJoin('upkeepHandOver as signed', 'signed.occurrenceId', 'one.id')
    .where('signed.takenAt', 'is', null)
    .where('signed.givenBy', '<>', actor.personId)
    .where('one.dueAt', '>', now.subtract({ hours: HOURS_BACK }))
    .execute()
  const mine = []
  for (const row of signed) {
    const next = await findNextShift(reader, { actor, now }, row)
    if (next?.turns.some(({ isMine }) => isMine)) mine.push(row)
  }
  return showShifts(reader, { actor, now }, mine)
}
