import { sql } from 'kysely'
import type { Actor } from '#platform/context'

/** Plans and routes of the own unit and below; the column is theirs. */
export function inReach(actor: Actor, column: string) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return sql<boolean>`${sql.ref(column)} in (select id from directory_unit where ancestors @> array[${own}]::uuid[])`
}
