import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { listPeopleRows } from './person-store.ts'

const PAGE = 50

export async function listPeople(context: Context, { search, after }: { search: string; after?: string | undefined }) {
  requirePermission(context, 'directory.see-people')
  const people = await read(context.db, (reader) =>
    listPeopleRows(reader, context.actor, { search, after, limit: PAGE }),
  )
  return { people, next: people.length === PAGE ? (people.at(-1)?.id ?? null) : null }
}
