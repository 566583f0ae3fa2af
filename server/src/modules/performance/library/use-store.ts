import { FormId } from '@shiji/contract/performance'
import type { LibraryEntry } from '@shiji/kernel/library/library-pack'
import { foldForSearch } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'

/** The names of an entry as the rows of forms are found by. */
export function foldedNames({ level3, synonyms }: Pick<LibraryEntry, 'level3' | 'synonyms'>): string[] {
  return [...new Set([level3, ...synonyms].map(foldForSearch))]
}

/** Folded name → forms the actor may see on which it stands. */
export async function countUses(reader: Reader, actor: Actor, folded: readonly string[]) {
  if (folded.length === 0) return new Map<string, number>()
  const rows = await reader
    .selectFrom('performanceIndicatorName as indicator')
    .innerJoin('performanceForm as form', 'form.id', 'indicator.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['indicator.folded', sql<number>`count(distinct indicator.form_id)::int`.as('uses')])
    .where(sql<boolean>`indicator.folded = any(${[...folded]}::text[])`)
    .where(visibleTo(actor))
    .groupBy('indicator.folded')
    .execute()
  return new Map(rows.map(({ folded: name, uses }) => [name, uses]))
}

export async function listUseRows(reader: Reader, actor: Actor, folded: readonly string[], limit: number) {
  const rows = await reader
    .selectFrom('performanceIndicatorName as indicator')
    .innerJoin('performanceForm as form', 'form.id', 'indicator.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['form.id as formId', 'indicator.position', 'indicator.name', 'form.year'])
    .select(['project.name as project', 'directoryUnit.name as unit'])
    .select(sql<string>`form.content -> 'indicators' -> indicator.position ->> 'target'`.as('target'))
    .where(sql<boolean>`indicator.folded = any(${[...folded]}::text[])`)
    .where(visibleTo(actor))
    .orderBy('form.year', 'desc')
    .orderBy('form.id', 'desc')
    .orderBy('indicator.position')
    .limit(limit)
    .execute()
  return rows.map(({ formId, position, ...row }) => ({
    ...row,
    formId: FormId.parse(formId),
    where: `indicators[${position}]`,
  }))
}
