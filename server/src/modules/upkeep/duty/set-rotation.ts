import type { PersonId } from '@shiji/contract/directory'
import type { PlanId } from '@shiji/contract/upkeep'
import type { Turns } from '@shiji/kernel/upkeep/turns'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { isPlanVisible, lockPlan } from '../plans/plan-store.ts'
import { fillRoster } from './fill-roster.ts'
import { gapsAhead, listCandidates, saveRotation } from './roster-store.ts'
import { DUTY_KINDS } from './shift-store.ts'
import { endTurns } from './turn-store.ts'

type Input = {
  readonly id: PlanId
  readonly from: string
  readonly turns: Turns
  readonly people: readonly PersonId[]
}

/** Shifts that have begun keep their people; those ahead are made anew, swaps included. */
export async function setRotation(context: Context, { id, from, turns, people }: Input) {
  requirePermission(context, 'upkeep.plan')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    if (!(await isPlanVisible(tx, actor, id))) refuse('not-found')
    const plan = (await lockPlan(tx, id)) ?? refuse('not-found')
    const known = new Set((await listCandidates(tx, plan.unitId)).map((one) => one.id))
    const chosen = [...new Set(people)]
    if (!DUTY_KINDS.includes(plan.kind) || chosen.some((person) => !known.has(person))) refuse('not-found')
    if (from < officeDay(now).toString() || (plan.untilDay !== null && from > plan.untilDay)) refuse('plan-over')

    await saveRotation(tx, { planId: id, fromDay: from, turns, people: chosen, setAt: now, setBy: actor.personId })
    const before = await tx
      .selectFrom('upkeepTurn as turn')
      .innerJoin('upkeepOccurrence as one', 'one.id', 'turn.occurrenceId')
      .select('turn.id')
      .where('one.planId', '=', id)
      .where('one.day', '>=', from)
      .where('one.opensAt', '>', now)
      .where('turn.endedAt', 'is', null)
      .where('turn.inAt', 'is', null)
      .execute()
    await endTurns(tx, now, { ids: before.map((turn) => turn.id), why: '' })
    const shifts = await fillRoster(tx, context, { plan, isAnew: true })
    await recordInLedger(tx, context, {
      did: 'upkeep.rotation-set',
      planId: id,
      after: { from, turns, people: chosen },
    })
    return { shifts, gaps: (await gapsAhead(tx, id, now)).length }
  })
}
