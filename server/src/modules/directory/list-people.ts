import type { UnitId } from '@shiji/contract/directory'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findUnit } from './find-unit.ts'
import { listPeopleRows } from './person-store.ts'

const PAGE = 50

type Wanted = {
  readonly search: string
  readonly unitId?: UnitId | undefined
  readonly after?: string | undefined
}

export async function listPeople(context: Context, { search, unitId, after }: Wanted) {
  requirePermission(context, 'directory.see-people')
  const { actor } = context
  const people = await read(context.db, async (reader) => {
    if (unitId !== undefined && (await findUnit(reader, actor, unitId)) === undefined) refuse('not-found')
    return listPeopleRows(reader, actor, { search, unitId, after, limit: PAGE })
  })
  return { people, next: people.length === PAGE ? (people.at(-1)?.id ?? null) : null }
}
