import { PersonId, UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { isInReach } from '../tickets/unit-in-reach.ts'

/** As many as a phone keeps without thinking about it. */
const MOST = 1_000

export async function listCallers(context: Context) {
  requirePermission(context, 'desk.log')
  const { personId } = context.actor
  const rows = await read(context.db, (reader) =>
    reader
      .with('lately', (lately) =>
        lately
          .selectFrom('deskTicket')
          .select(({ fn }) => ['callerId', fn.max('reportedAt').as('at')])
          .where('loggedBy', '=', personId)
          .where('callerId', 'is not', null)
          .groupBy('callerId'),
      )
      .selectFrom('directoryPerson as person')
      .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
      .leftJoin('lately', 'lately.callerId', 'person.id')
      .select(['person.id', 'person.name', 'person.sought', 'unit.id as unitId', 'unit.name as unit'])
      .where('person.state', '=', 'active')
      .where(isInReach(context.actor))
      .orderBy(sql`lately.at desc nulls last`)
      .orderBy('person.name')
      .orderBy('person.id')
      .limit(MOST)
      .execute(),
  )
  return rows.map(({ id, name, sought, unitId, unit }) => ({
    id: PersonId.parse(id),
    name,
    unit: { id: UnitId.parse(unitId), name: unit },
    sought: sought ?? '',
  }))
}
