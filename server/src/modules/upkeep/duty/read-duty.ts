import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
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
      swaps: await listSwaps(reader, context),
    }
  })
}
