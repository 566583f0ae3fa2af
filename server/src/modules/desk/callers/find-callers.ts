import { PersonId, UnitId } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { soughtBy } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'

const SHOWN = 8

/** Names and units of a district are known to all who work in it; without a word, whose calls I logged last. */
export async function findCallers(context: Context, { search }: { search: string }) {
  requirePermission(context, 'desk.log')
  const isRecent = search.trim() === ''
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('directoryPerson')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
      .select([
        'directoryPerson.id',
        'directoryPerson.name',
        'directoryUnit.id as unitId',
        'directoryUnit.name as unit',
      ])
      .where('directoryPerson.state', '=', 'active')
      .$if(!isRecent, (people) => people.where(soughtBy(search)).orderBy('directoryPerson.name'))
      .$if(isRecent, (people) =>
        people.where(calledLately(context.actor.personId)).orderBy(lastCall(context.actor.personId), 'desc'),
      )
      .orderBy('directoryPerson.id')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map(({ id, name, unitId, unit }) => ({
    id: PersonId.parse(id),
    name,
    unit: { id: UnitId.parse(unitId), name: unit },
  }))
}

function calledLately(loggedBy: string) {
  return sql<boolean>`directory_person.id in (
    select caller_id from (
      select caller_id from desk_ticket where logged_by = ${loggedBy} order by reported_at desc, id desc limit 50) as lately)`
}

function lastCall(loggedBy: string) {
  return sql`(select max(reported_at) from desk_ticket where logged_by = ${loggedBy} and caller_id = directory_person.id)`
}
