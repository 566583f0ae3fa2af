import type { UnitId } from '@shiji/contract/directory'
import { ProjectId } from '@shiji/contract/performance'
import { foldForSearch, parseSearch, type SearchQuery, searchPairs } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import { contains, containsByText } from '#platform/database/contains'
import type { Reader, Tx } from '#platform/database/transaction'
import { seenAndFound } from './seen-and-found.ts'

/** The database checks the same. */
export const LONGEST_PROJECT_NAME = 200

type ProjectQuery = {
  readonly search: string
  readonly year: number | undefined
  /** With the units below it. */
  readonly unitId: string | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** The newest projects first. */
export async function listProjectRows(
  reader: Reader,
  actor: Actor,
  { search, year, unitId, after, limit }: ProjectQuery,
) {
  const rows = await visibleProjects(reader, actor)
    .select(SHOWN)
    .where(contains('performanceProject', parseSearch(search)))
    .$if(year !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('performanceForm')
            .select('performanceForm.id')
            .whereRef('performanceForm.projectId', '=', 'performanceProject.id')
            .where('performanceForm.year', '=', year ?? 0),
        ),
      ),
    )
    .$if(unitId !== undefined, (query) =>
      query.where(sql<boolean>`directory_unit.ancestors @> array[${unitId}]::uuid[]`),
    )
    .$if(after !== undefined, (query) => query.where('performanceProject.id', '<', after ?? ''))
    .orderBy('performanceProject.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toProject)
}

/** Common words stand in the newest titles already, and a school has no more; for all others the index is asked. */
const NEWEST = 1_000
const MOST_FOUND = 100

/**
 * A few projects that hold the words, in milliseconds among a million: among the newest the actor sees, or else the
 * newest of the first the index finds.
 */
export async function findProjects(reader: Reader, actor: Actor, query: SearchQuery, limit: number) {
  const { seen, found } = await reader
    .with('newest', (from) =>
      visibleProjects(from, actor)
        .select([...SHOWN, 'performanceProject.folded'])
        .orderBy('performanceProject.id', 'desc')
        .limit(NEWEST),
    )
    .with('found', (from) =>
      from
        .selectFrom('newest')
        .select(['id', 'name', 'unitId', 'unitName'])
        .where(containsByText('newest', query))
        .orderBy('id', 'desc')
        .limit(limit),
    )
    .selectNoFrom(seenAndFound<FoundRow>(sql`id desc`))
    .executeTakeFirstOrThrow()
  const newest = found.map(({ unit_id: unitId, unit_name: unitName, ...row }) => ({ ...row, unitId, unitName }))
  if (newest.length === limit || seen < NEWEST) return newest.map(toProject)
  const others = await reader
    .with('found', (from) =>
      visibleProjects(from, actor).select(SHOWN).where(contains('performanceProject', query)).limit(MOST_FOUND),
    )
    .selectFrom('found')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return merge(newest, others).slice(0, limit).map(toProject)
}

function visibleProjects(from: Pick<Reader, 'selectFrom'>, actor: Actor) {
  return from
    .selectFrom('performanceProject')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'performanceProject.unitId')
    .where(visibleTo(actor))
}

const SHOWN = [
  'performanceProject.id',
  'performanceProject.name',
  'performanceProject.unitId',
  'directoryUnit.name as unitName',
] as const

/** As the database names it. */
type FoundRow = { readonly id: string; readonly name: string; readonly unit_id: string; readonly unit_name: string }
type ShownRow = { readonly id: string; readonly name: string; readonly unitId: string; readonly unitName: string }

function merge(newest: readonly ShownRow[], found: readonly ShownRow[]): ShownRow[] {
  const known = new Set(newest.map(({ id }) => id))
  return [...newest, ...found.filter(({ id }) => !known.has(id))]
}

function toProject({ id, name, unitId, unitName }: ShownRow) {
  return { id: ProjectId.parse(id), name, unitId: unitId as UnitId, unitName }
}

/** The project of this name in this unit, made if there is none. */
export async function findOrMakeProject(
  tx: Tx,
  project: { id: string; unitId: string; name: string; madeAt: Temporal.Instant },
): Promise<{ id: string; isNew: boolean }> {
  const made = await tx
    .insertInto('performanceProject')
    .values({ ...project, folded: foldForSearch(project.name), pairs: searchPairs(project.name) })
    .onConflict((conflict) => conflict.constraint('performance_project_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made !== undefined) return { id: made.id, isNew: true }
  const found = await tx
    .selectFrom('performanceProject')
    .select('id')
    .where('unitId', '=', project.unitId)
    .where('name', '=', project.name)
    .executeTakeFirstOrThrow()
  return { id: found.id, isNew: false }
}

/** A project the actor may see. */
export async function findProject(reader: Reader, actor: Actor, id: string) {
  return reader
    .selectFrom('performanceProject as project')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['project.id', 'project.name', 'project.unitId', 'directoryUnit.name as unitName'])
    .where('project.id', '=', id)
    .where(visibleTo(actor))
    .executeTakeFirst()
}

/** The projects of these names the actor may see. */
export async function listProjectsNamed(reader: Reader, actor: Actor, names: readonly string[]) {
  if (names.length === 0) return []
  return reader
    .selectFrom('performanceProject as project')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['project.id', 'project.name'])
    .where('project.name', 'in', [...names])
    .where(visibleTo(actor))
    .execute()
}
