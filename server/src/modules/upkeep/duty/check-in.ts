import type { PlanKind } from '@shiji/contract/upkeep'
import { judgeCheckIn } from '@shiji/kernel/upkeep/check-in'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { clockText, settleOccurrence } from '../occurrences/settle-occurrence.ts'
import { tellUpkeep } from '../tell-upkeep.ts'
import type { LockedTurn } from './turn-store.ts'

/** 签到: kept by the clock of the server. With the last one needed the shift has its people. */
export async function checkIn(tx: Tx, context: PersonContext, turn: LockedTurn): Promise<void> {
  const { now } = context
  const judged = judgeCheckIn(turn, now)
  if (!judged.ok && judged.problem === 'too-early') refuse('not-open-yet', { opensAt: clockText(turn.opensAt) })
  if (!judged.ok) refuse('occurrence-over', { closesAt: clockText(turn.dueAt) })

  await tx.updateTable('upkeepTurn').set({ inAt: now }).where('id', '=', turn.id).execute()
  await recordInLedger(tx, context, { did: 'upkeep.turn-checked', occurrenceId: turn.occurrenceId, way: 'in' })
  const shift = await lockShift(tx, turn.occurrenceId)
  const there = await tx
    .selectFrom('upkeepTurn as turn')
    .innerJoin('directoryPerson as person', 'person.id', 'turn.personId')
    .select('person.name')
    .where('turn.occurrenceId', '=', turn.occurrenceId)
    .where('turn.endedAt', 'is', null)
    .where('turn.inAt', 'is not', null)
    .orderBy('turn.inAt')
    .execute()
  const isFull = there.length >= shift.peopleNeeded
  if (isFull && shift.state === 'planned') {
    const at = Temporal.Instant.compare(now, shift.opensAt) < 0 ? shift.opensAt : now
    const names = there.map(({ name }) => name)
    const doing = { at, strength: 'B', device: null, aheadSeconds: 0, note: '', attendees: names } as const
    await settleOccurrence(tx, context, { occurrence: shift, doing })
  }
  await tellShift(tx, context, shift)
}

export async function lockShift(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'one.state', 'one.opensAt', 'one.dueAt', 'one.closesAt', 'one.day', 'one.doneAt'])
    .select(['plan.id as planId', 'plan.kind', 'plan.unitId', 'plan.projectId', 'plan.routeId', 'plan.peopleNeeded'])
    .where('one.id', '=', id)
    .forUpdate('one')
    .executeTakeFirst()
  return row === undefined
    ? refuse('not-found')
    : { ...row, kind: row.kind as PlanKind, state: row.state as OccurrenceState }
}

type Shift = Awaited<ReturnType<typeof lockShift>>

/** Who comes early or leaves late changes the shifts beside theirs too. */
export async function tellShift(tx: Tx, context: PersonContext, shift: Shift): Promise<void> {
  const day = officeDay(shift.opensAt)
  const days = [-1, 0, 1].map((step) => day.add({ days: step }).toString())
  await tellUpkeep(tx, context, { ...shift, days })
}
