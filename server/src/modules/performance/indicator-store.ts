import { FormId } from '@shiji/contract/performance'
import type { FormContent, FormStage } from '@shiji/kernel/form/form-content'
import { foldForSearch, type SearchQuery, searchPairs } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import { contains } from '#platform/database/contains'
import type { Reader, Tx } from '#platform/database/transaction'

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

/** The newest forms first, each indicator with its target as it stands. */
export async function findIndicators(reader: Reader, actor: Actor, query: SearchQuery, limit: number) {
  const rows = await reader
    .selectFrom('performanceIndicatorName as indicator')
    .innerJoin('performanceForm as form', 'form.id', 'indicator.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select([
      'form.id as formId',
      'indicator.position',
      'indicator.name',
      'project.name as project',
      'form.stage',
      'form.year',
      sql<string>`form.content -> 'indicators' -> indicator.position ->> 'target'`.as('target'),
    ])
    .where(contains('indicator', query))
    .where(visibleTo(actor))
    .orderBy('form.id', 'desc')
    .orderBy('indicator.position')
    .limit(limit)
    .execute()
  return rows.map(({ formId, position, stage, ...row }) => ({
    ...row,
    formId: FormId.parse(formId),
    where: `indicators[${position}]`,
    stage: stage as FormStage,
  }))
}
