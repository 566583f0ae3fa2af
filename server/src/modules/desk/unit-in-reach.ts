import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

/** The unit, if it is the actor's own, below it, or served by a team of the actor's unit. */
export function findUnitInReach(reader: Reader, actor: Actor, id: string) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return reader
    .selectFrom('directoryUnit as unit')
    .select(['unit.id', 'unit.name'])
    .where('unit.id', '=', id)
    .where('unit.state', '=', 'open')
    .where(
      sql<boolean>`(unit.ancestors @> array[${own}]::uuid[] or exists (
        select 1 from desk_team join directory_unit serving on serving.id = desk_team.team_id
        where desk_team.unit_id = any(unit.ancestors) and serving.ancestors @> array[${own}]::uuid[]))`,
    )
    .executeTakeFirst()
}
