import { sql } from 'kysely'
import { keepStatement } from '#platform/database/statement'
import type { Reader } from '#platform/database/transaction'

/** Who has the duty of the unit, or of one above it, at that moment: those who came, or else those on the roster. */
export async function findOnDuty(
  reader: Reader,
  { unitId, at }: { readonly unitId: string; readonly at: Temporal.Instant },
): Promise<readonly string[]> {
  const rows = await turnsNow(reader, { unitId, at })
  const there = rows.filter(({ inAt, outAt }) => inAt !== null && outAt === null)
  return [...new Set((there.length > 0 ? there : rows).map(({ personId }) => personId))]
}

const turnsNow = keepStatement((reader, { unitId, at }: { unitId: string; at: Temporal.Instant }) =>
  reader
    .selectFrom('upkeepTurn as turn')
    .innerJoin('upkeepOccurrence as one', 'one.id', 'turn.occurrenceId')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .innerJoin('directoryPerson as person', 'person.id', 'turn.personId')
    .select(['turn.personId', 'turn.inAt', 'turn.outAt'])
    .where('plan.kind', '=', 'duty')
    .where(sql<boolean>`plan.unit_id = any((select ancestors from directory_unit where id = ${unitId})::uuid[])`)
    .where('one.opensAt', '<=', at)
    .where('one.dueAt', '>', at)
    .where('turn.endedAt', 'is', null)
    .where('person.state', '=', 'active')
    .orderBy('turn.setAt')
    .compile(),
)
