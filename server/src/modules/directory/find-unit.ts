import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { visibleTo } from './person-store.ts'

/** The unit, if the actor may see it. */
export function findUnit(reader: Reader, actor: Actor, id: string) {
  return reader
    .selectFrom('directoryUnit')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
}
