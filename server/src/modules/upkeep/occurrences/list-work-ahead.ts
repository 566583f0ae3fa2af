import { UnitId } from '@shiji/contract/directory'
import { OccurrenceId, type PlanKind } from '@shiji/contract/upkeep'
import { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'

/** Work that has no list of its own: what another module asks for may be done with it. */
const KINDS: readonly PlanKind[] = ['work', 'upgrade']
const SHOWN = 300

/** Times of work plans not over yet, the nearest first: where something can still be put. */
export async function listWorkAhead(reader: Reader, actor: Actor, { now }: { now: Temporal.Instant }) {
  const rows = await workAhead(reader, actor, now).orderBy('one.opensAt').orderBy('one.id').limit(SHOWN).execute()
  return rows.map(({ id, unitId, unitName, ...row }) => ({
    ...row,
    ...{ id: OccurrenceId.parse(id), unit: { id: UnitId.parse(unitId), name: unitName } },
  }))
}

/** One of them, kept from coming to its outcome meanwhile; undefined for any other. */
export function lockWorkAhead(tx: Tx, actor: Actor, { id, now }: { id: string; now: Temporal.Instant }) {
  return workAhead(tx, actor, now).where('one.id', '=', id).forUpdate('one').executeTakeFirst()
}

function workAhead(reader: Reader, actor: Actor, now: Temporal.Instant) {
  return reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'plan.unitId')
    .select(['one.id', 'one.day', 'plan.name as planName', 'plan.unitId', 'unit.name as unitName'])
    .where('plan.kind', 'in', [...KINDS])
    .where('one.state', '=', 'planned')
    .where('one.closesAt', '>', now)
    .where(inReach(actor, 'plan.unitId'))
}

/** Whether somebody may read a time of a plan at all. */
export async function isOccurrenceVisible(reader: Reader, actor: Actor, id: string): Promise<boolean> {
  const row = await reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select('one.id')
    .where('one.id', '=', id)
    .where(inReach(actor, 'plan.unitId'))
    .executeTakeFirst()
  return row !== undefined
}

/** What became of times another module has put something on; who may read more opens them. */
export async function listOccurrenceStates(reader: Reader, ids: readonly string[]) {
  const rows = await reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'one.day', 'one.state', 'one.doneAt', 'plan.name as planName'])
    .where('one.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(({ id, state, doneAt, ...row }) => ({
    ...row,
    ...{ id: OccurrenceId.parse(id), state: OccurrenceState.parse(state), doneAt: doneAt?.toString() ?? null },
  }))
}
