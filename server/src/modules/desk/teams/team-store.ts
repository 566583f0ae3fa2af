import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

/** Who serves a unit: the team of the nearest unit above it that has one; undefined when nobody was named. */
export async function findTeam(reader: Reader, unitId: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('directoryUnit as unit')
    .innerJoin('deskTeam as team', (join) => join.on('team.unitId', '=', sql<string>`any(unit.ancestors)`))
    .select('team.teamId')
    .where('unit.id', '=', unitId)
    .orderBy(sql`array_position(unit.ancestors, team.unit_id)`, 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.teamId
}

/** The teams of units the actor may see, those of the own team, and who serves the own unit. */
export function listTeamRows(reader: Reader, actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return reader
    .selectFrom('deskTeam')
    .innerJoin('directoryUnit as served', 'served.id', 'deskTeam.unitId')
    .innerJoin('directoryUnit as serving', 'serving.id', 'deskTeam.teamId')
    .select(['served.id as unitId', 'served.name as unitName', 'serving.id as teamId', 'serving.name as teamName'])
    .where(
      sql<boolean>`(served.ancestors @> array[${own}]::uuid[] or serving.ancestors @> array[${own}]::uuid[]
        or served.id = any(select unnest(ancestors) from directory_unit where id = ${own}))`,
    )
    .orderBy('served.name')
    .execute()
}

export async function saveTeam(
  tx: Tx,
  team: { unitId: string; teamId: string; setAt: Temporal.Instant; setBy: string },
): Promise<void> {
  await tx
    .insertInto('deskTeam')
    .values(team)
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet(team))
    .execute()
}

/** The district itself: the unit above all others. */
export async function findDistrict(reader: Reader): Promise<string> {
  const { id } = await reader
    .selectFrom('directoryUnit')
    .select('id')
    .where('parentId', 'is', null)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return id
}
