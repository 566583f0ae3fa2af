import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader } from '#platform/database/transaction'

const SHOWN = 20

/** The unit, if it is the actor's own, below it, or served by a team of the actor's unit. */
export function findUnitInReach(reader: Reader, actor: Actor, id: string) {
  return unitsInReach(reader, actor).where('unit.id', '=', id).executeTakeFirst()
}

/** The same with the team that serves it, null when nobody was named. */
export async function findServedUnit(reader: Reader, actor: Actor, id: string) {
  const [served] = await servedUnit(reader, { id, own: ownUnit(actor) })
  return served
}

const servedUnit = keepStatement((reader, { id, own }: { readonly id: string; readonly own: string | null }) =>
  unitsBelow(reader, own)
    .select(
      sql<string | null>`(select team.team_id from desk_team team where team.unit_id = any(unit.ancestors)
        order by array_position(unit.ancestors, team.unit_id) desc fetch first row only)`.as('teamId'),
    )
    .where('unit.id', '=', id)
    .compile(),
)

/** By name or pinyin, in full and by initials. */
export function listUnitsInReach(reader: Reader, actor: Actor, search: string) {
  const wanted = search.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  return unitsInReach(reader, actor)
    .where(sql<boolean>`(strpos(lower(unit.name), ${wanted}) > 0 or strpos(unit.pinyin, ${wanted}) > 0)`)
    .orderBy('unit.name')
    .limit(SHOWN)
    .execute()
}

/** Units whose calls the actor may log. */
function unitsInReach(reader: Reader, actor: Actor) {
  return unitsBelow(reader, ownUnit(actor))
}

function unitsBelow(reader: Reader, own: string | null) {
  return reader
    .selectFrom('directoryUnit as unit')
    .select(['unit.id', 'unit.name'])
    .where('unit.state', '=', 'open')
    .where(isWithinReach(own))
}

function ownUnit(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.unitId : null
}

/** Whether calls of a unit may be logged by the actor; its table goes by `unit`. */
export function isInReach(actor: Actor) {
  return isWithinReach(ownUnit(actor))
}

function isWithinReach(own: string | null) {
  return sql<boolean>`(unit.ancestors @> array[${own}]::uuid[] or exists (
    select 1 from desk_team join directory_unit serving on serving.id = desk_team.team_id
    where desk_team.unit_id = any(unit.ancestors) and serving.ancestors @> array[${own}]::uuid[]))`
}
