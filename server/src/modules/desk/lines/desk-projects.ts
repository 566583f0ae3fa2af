import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

const SHOWN = 20

type SharedProject = { readonly id: string; readonly unitId: string; readonly name: string }

const sharedProject = sql<SharedProject>`shared_project`.as('project')

/** A project the actor may see. */
export function findDeskProject(reader: Reader, actor: Actor, id: string) {
  return visibleProjects(reader, actor).where('project.id', '=', id).executeTakeFirst()
}

/** By a piece of the name. */
export function listDeskProjects(reader: Reader, actor: Actor, search: string) {
  const wanted = search.normalize('NFKC').toLowerCase().trim()
  return visibleProjects(reader, actor)
    .where(sql<boolean>`strpos(lower(normalize(project.name, NFKC)), ${wanted}) > 0`)
    .orderBy('project.name')
    .orderBy('project.id')
    .limit(SHOWN)
    .execute()
}

/** Names of projects, whoever they belong to: a ticket one may see says which project it counts for. */
export async function nameProject(reader: Reader, id: string): Promise<string> {
  const { name } = await reader
    .selectFrom(sharedProject)
    .select('project.name')
    .where('project.id', '=', id)
    .executeTakeFirstOrThrow()
  return name
}

function visibleProjects(reader: Reader, actor: Actor) {
  return reader
    .selectFrom(sharedProject)
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['project.id', 'project.name', 'directoryUnit.name as unitName'])
    .where(visibleTo(actor))
}
