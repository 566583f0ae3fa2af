import { PersonId } from '@shiji/contract/directory'
import { soughtBy } from '#modules/directory'
import { type Context, requireSignedIn } from '#platform/context'
import { read } from '#platform/database/transaction'

const SHOWN = 20

/** Whoever has a desk to sit at can be asked: names and units of a district are known to all who work in it. */
export async function findColleagues(context: Context, { search }: { search: string }) {
  requireSignedIn(context)
  const rows = await read(context.db, (reader) =>
    reader
      .selectFrom('directoryPerson')
      .innerJoin('directoryUnit', 'directoryUnit.id', 'directoryPerson.unitId')
      .select(['directoryPerson.id', 'directoryPerson.name', 'directoryUnit.name as unit'])
      .where('directoryPerson.state', '=', 'active')
      .where('directoryPerson.id', '<>', context.actor.personId)
      .where(soughtBy(search))
      .orderBy('directoryPerson.name')
      .limit(SHOWN)
      .execute(),
  )
  return rows.map(({ id, ...row }) => ({ id: PersonId.parse(id), ...row }))
}
