import { whoseTurn } from '@shiji/kernel/upkeep/rotate'
import { sql } from 'kysely'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import type { PlanRecord } from '../plans/plan-store.ts'
import { findFrequency, findRotation } from './roster-store.ts'
import { saveTurns } from './turn-store.ts'

/**
 * Puts people by the rotation on shifts ahead that never had anybody, or, made anew, have nobody now. Who has left is
 * not put there: their shifts stay open and are seen as gaps.
 */
export async function fillRoster(
  tx: Tx,
  context: Context,
  { plan, isAnew }: { plan: PlanRecord; isAnew: boolean },
): Promise<number> {
  const rotation = await findRotation(tx, plan.id)
  const frequency = await findFrequency(tx, plan.id)
  if (rotation === undefined || frequency.kind !== 'windows') return 0
  const empty = await tx
    .selectFrom('upkeepOccurrence as one')
    .select(['one.id', 'one.day', 'one.slot'])
    .where('one.planId', '=', plan.id)
    .where('one.day', '>=', rotation.from)
    .where('one.opensAt', '>', context.now)
    .where('one.state', '=', 'planned')
    .where(
      sql<boolean>`not exists (select from upkeep_turn turn where turn.occurrence_id = one.id
        and (turn.ended_at is null or ${!isAnew}))`,
    )
    .execute()
  const here = new Set(rotation.people.filter(({ state }) => state === 'active').map(({ id }) => id as string))
  const order = { ...rotation, people: rotation.people.map(({ id }) => id) }
  const crew = { slots: frequency.windows.length, needed: plan.peopleNeeded }
  const turns = empty.flatMap(({ id: occurrenceId, day, slot }) =>
    whoseTurn(order, { day, slot }, crew)
      .filter((personId) => here.has(personId))
      .map((personId) => ({ occurrenceId, personId })),
  )
  await saveTurns(tx, context, { by: rotation.setBy, turns })
  return turns.length
}
