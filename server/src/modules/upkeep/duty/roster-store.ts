import { PersonId } from '@shiji/contract/directory'
import { Frequency } from '@shiji/kernel/upkeep/frequency'
import { Turns } from '@shiji/kernel/upkeep/turns'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

type RotationRow = {
  readonly planId: string
  readonly fromDay: string
  readonly turns: Turns
  readonly people: readonly string[]
  readonly setAt: Temporal.Instant
  readonly setBy: string
}

export async function saveRotation(tx: Tx, row: RotationRow): Promise<void> {
  const { planId: _, fromDay: __, ...changed } = { ...row, people: [...row.people] }
  await tx
    .insertInto('upkeepRotation')
    .values({ ...row, people: [...row.people] })
    .onConflict((conflict) => conflict.columns(['planId', 'fromDay']).doUpdateSet(changed))
    .execute()
}

/** The rotation that holds last. */
export async function findRotation(reader: Reader, planId: string) {
  const row = await reader
    .selectFrom('upkeepRotation')
    .select(['fromDay', 'turns', 'people', 'setBy'])
    .where('planId', '=', planId)
    .orderBy('fromDay', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const people = await reader
    .selectFrom('directoryPerson')
    .select(['id', 'name', 'state'])
    .where(sql<boolean>`id = any(${row.people}::uuid[])`)
    .execute()
  const byId = new Map(people.map(({ id, name, state }) => [id, { id: PersonId.parse(id), name, state }]))
  const ordered = row.people.flatMap((id) => byId.get(id) ?? [])
  return { from: row.fromDay, turns: Turns.parse(row.turns), setBy: row.setBy, people: ordered }
}

/** How often the plan is due by the last of its terms. */
export async function findFrequency(reader: Reader, planId: string): Promise<Frequency> {
  const { frequency } = await reader
    .selectFrom('upkeepPlanTerm')
    .select('frequency')
    .where('planId', '=', planId)
    .orderBy('fromDay', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return Frequency.parse(frequency)
}

/** People of the unit and below it and of the suppliers, who are there and may work. */
export function listCandidates(reader: Reader, unitId: string) {
  return reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select(['person.id', 'person.name', 'unit.name as unit'])
    .where('person.state', '=', 'active')
    .where(sql<boolean>`(unit.ancestors @> array[${unitId}]::uuid[] or unit.kind = 'vendor')`)
    .where(sql<boolean>`exists (select from directory_role role where role.person_id = person.id
      and role.role in ('centre-manager', 'project-leader', 'project-contact', 'engineer', 'duty-operator'))`)
    .orderBy(sql`unit.id <> ${unitId}::uuid`)
    .orderBy('unit.name')
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(300)
    .execute()
}

/** Shifts ahead that too few people who can come are on, as far as the plan is laid out. */
export function gapsAhead(reader: Reader, planId: string, now: Temporal.Instant) {
  return reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'one.opensAt', 'one.dueAt'])
    .where('one.planId', '=', planId)
    .where('one.state', '=', 'planned')
    .where('one.dueAt', '>', now)
    .where(
      sql<boolean>`plan.people_needed > (select count(*) from upkeep_turn turn
        join directory_person person on person.id = turn.person_id
        where turn.occurrence_id = one.id and turn.ended_at is null and person.state = 'active')`,
    )
    .orderBy('one.opensAt')
    .execute()
}
