import { FormId } from '@shiji/contract/performance'
import type { FormContent, FormStage } from '@shiji/kernel/form/form-content'
import { foldForSearch, type SearchQuery, searchPairs } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import { contains, containsByText } from '#platform/database/contains'
import type { Reader, Tx } from '#platform/database/transaction'
import { seenAndFound } from './seen-and-found.ts'

/** Replaces the names by which the indicators of a form are found. */
export async function saveIndicatorNames(tx: Tx, formId: string, { indicators }: FormContent): Promise<void> {
  await tx.deleteFrom('performanceIndicatorName').where('formId', '=', formId).execute()
  const rows = indicators.map(({ level3: name }, position) => ({
    formId,
    position,
    name,
    folded: foldForSearch(name),
    pairs: searchPairs(name),
  }))
  if (rows.length > 0) await tx.insertInto('performanceIndicatorName').values(rows).execute()
}

export function hasSameNames(one: FormContent, other: FormContent): boolean {
  return (
    one.indicators.length === other.indicators.length &&
    one.indicators.every(({ level3 }, index) => level3 === other.indicators[index]?.level3)
  )
}

/** Common words stand in the newest forms already, and a school has no more; for all others the index is asked. */
const NEWEST_FORMS = 100
const MOST_FOUND = 1_000

/**
 * A few indicators that hold the words, each with its target as it stands, the newest forms first: among the newest forms
 * the actor sees, or else among the first the index finds.
 */
export async function findIndicators(reader: Reader, actor: Actor, query: SearchQuery, limit: number) {
  const { seen, found } = await findAmongNewest(reader, actor, query, limit)
  const isAll = found.length === limit || seen < NEWEST_FORMS
  return (isAll ? found : await findByIndex(reader, actor, query, limit)).map(({ id, position, stage, ...row }) => ({
    ...row,
    formId: FormId.parse(id),
    where: `indicators[${position}]`,
    stage: stage as FormStage,
  }))
}

type Found = {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly project: string
  readonly stage: string
  readonly year: number
  readonly target: string
}

function findAmongNewest(reader: Reader, actor: Actor, query: SearchQuery, limit: number) {
  return reader
    .with('newest', (from) =>
      visibleForms(from, actor)
        .select(['form.id', 'form.stage', 'form.year', 'form.content', 'project.name as project'])
        .orderBy('form.id', 'desc')
        .limit(NEWEST_FORMS),
    )
    .with('found', (from) =>
      from
        .selectFrom('newest as form')
        .innerJoin('performanceIndicatorName as indicator', 'indicator.formId', 'form.id')
        .select(['form.id', 'indicator.position', 'indicator.name', 'form.project', 'form.stage', 'form.year', TARGET])
        .where(containsByText('indicator', query))
        .orderBy('form.id', 'desc')
        .orderBy('indicator.position')
        .limit(limit),
    )
    .selectNoFrom(seenAndFound<Found>(sql`id desc, position`))
    .executeTakeFirstOrThrow()
}

function findByIndex(reader: Reader, actor: Actor, query: SearchQuery, limit: number): Promise<Found[]> {
  return reader
    .with(
      (cte) => cte('indicator').materialized(),
      (from) =>
        from
          .selectFrom('performanceIndicatorName')
          .select(['formId', 'position', 'name'])
          .where(contains('performanceIndicatorName', query))
          .limit(MOST_FOUND),
    )
    .with('form', (from) => visibleForms(from, actor).selectAll('form').select('project.name as project'))
    .selectFrom('indicator')
    .innerJoin('form', 'form.id', 'indicator.formId')
    .select(['form.id', 'indicator.position', 'indicator.name', 'form.project', 'form.stage', 'form.year', TARGET])
    .orderBy('form.id', 'desc')
    .orderBy('indicator.position')
    .limit(limit)
    .execute()
}

const TARGET = sql<string>`form.content -> 'indicators' -> indicator.position ->> 'target'`.as('target')

function visibleForms(from: Pick<Reader, 'selectFrom'>, actor: Actor) {
  return from
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .where(visibleTo(actor))
}
