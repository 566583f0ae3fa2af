import { UnitId } from '@shiji/contract/directory'
import { OccurrenceId, PlanId, type PlanKind } from '@shiji/contract/upkeep'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { phaseOf } from '@shiji/kernel/upkeep/phase'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'
import { coveredSeconds } from './covered-seconds.ts'
import { listHandOvers } from './hand-over-store.ts'
import { listTurns } from './turn-store.ts'

export const DUTY_KINDS: readonly PlanKind[] = ['duty', 'presence']

/** Shifts of the own unit and below, and those of every plan on whose roster the person is: suppliers work elsewhere. */
function shiftsInReach(actor: Actor) {
  const me = actor.kind === 'person' ? actor.personId : null
  return sql<boolean>`(${inReach(actor, 'plan.unitId')} or plan.id in (
    select shift.plan_id from upkeep_turn turn join upkeep_occurrence shift on shift.id = turn.occurrence_id
    where turn.person_id = ${me}::uuid and turn.ended_at is null))`
}

/** The unit of a plan of shifts that the person sees. */
export async function findPlanUnit(reader: Reader, actor: Actor, planId: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('upkeepPlan as plan')
    .select('plan.unitId')
    .where('plan.id', '=', planId)
    .where('plan.kind', 'in', [...DUTY_KINDS])
    .where(shiftsInReach(actor))
    .executeTakeFirst()
  return row?.unitId
}

export function shiftRows(reader: Reader, actor: Actor, now: Temporal.Instant) {
  return reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'plan.unitId')
    .select(['one.id', 'one.planId', 'one.day', 'one.slot', 'one.opensAt', 'one.dueAt', 'one.closesAt', 'one.state'])
    .select(['one.cause', 'plan.name as planName', 'plan.kind', 'plan.unitId', 'unit.name as unitName'])
    .select('plan.peopleNeeded')
    .select(coveredSeconds(now).as('coveredSeconds'))
    .where('plan.kind', 'in', [...DUTY_KINDS])
    .where('one.state', '<>', 'withdrawn')
    .where(shiftsInReach(actor))
    .orderBy('one.opensAt')
    .orderBy('one.id')
}

type ShiftRow = Awaited<ReturnType<ReturnType<typeof shiftRows>['execute']>>[number]
type Seen = { readonly actor: Actor; readonly now: Temporal.Instant }

export async function findShift(reader: Reader, { actor, now }: Seen, id: string) {
  const row = await shiftRows(reader, actor, now).where('one.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const [shift] = await showShifts(reader, { actor, now }, [row])
  return shift
}

/** The rows as the contract shows them, with their people and their hand-over. */
export async function showShifts(reader: Reader, { actor, now }: Seen, rows: readonly ShiftRow[]) {
  const ids = rows.map(({ id }) => id)
  const turns = Map.groupBy(await listTurns(reader, actor, ids), ({ occurrenceId }) => occurrenceId)
  const handOvers = await listHandOvers(reader, ids)
  return rows.map((row) => {
    const people = turns.get(row.id) ?? []
    const coming = people.filter(({ isActive }) => isActive).length
    const isOver = Temporal.Instant.compare(row.dueAt, now) <= 0
    return {
      id: OccurrenceId.parse(row.id),
      planId: PlanId.parse(row.planId),
      planName: row.planName,
      kind: row.kind as PlanKind,
      unit: { id: UnitId.parse(row.unitId), name: row.unitName },
      day: row.day,
      slot: row.slot,
      opensAt: row.opensAt.toString(),
      dueAt: row.dueAt.toString(),
      state: row.state as OccurrenceState,
      phase: phaseOf(row, now),
      turns: people.map(({ occurrenceId: _, isActive: __, ...turn }) => turn),
      peopleNeeded: row.peopleNeeded,
      gap: isOver ? 0 : Math.max(0, row.peopleNeeded - coming),
      coveredSeconds: row.coveredSeconds,
      handOver: handOvers.get(row.id) ?? null,
      cause: row.cause,
    }
  })
}
