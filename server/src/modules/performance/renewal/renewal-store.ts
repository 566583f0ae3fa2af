import { FormId, ProjectId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { parseSearch } from '@shiji/kernel/search/search-text'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import { contains } from '#platform/database/contains'
import type { Reader } from '#platform/database/transaction'

type Query = { readonly search: string; readonly limit: number }

/** The newest declaration of each project, the newest years first. */
export async function listNewestDeclarations(reader: Reader, actor: Actor, { search, limit }: Query) {
  const rows = await reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['form.id as formId', 'form.projectId', 'form.year', 'form.indicators'])
    .select(['project.name as project', 'directoryUnit.name as unitName'])
    .select(sql<Record<string, string>>`form.content -> 'fields'`.as('fields'))
    .where('form.stage', '=', 'declaration')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('performanceForm as later')
            .select('later.id')
            .whereRef('later.projectId', '=', 'form.projectId')
            .where('later.stage', '=', 'declaration')
            .whereRef('later.year', '>', 'form.year'),
        ),
      ),
    )
    .where(contains('project', parseSearch(search)))
    .where(visibleTo(actor))
    .orderBy('form.year', 'desc')
    .orderBy('form.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ formId, projectId, ...row }) => ({
    ...row,
    formId: FormId.parse(formId),
    projectId: ProjectId.parse(projectId),
  }))
}

type Asked = { readonly projectId: string; readonly stage: 'declaration' | 'self-evaluation'; readonly year: number }

/** The form of a project, stage and year; the project is one the actor may see. */
export async function findFormOfYear(
  reader: Reader,
  { projectId, stage, year }: Asked,
): Promise<{ id: FormId; content: FormContent } | null> {
  const row = await reader
    .selectFrom('performanceForm')
    .select(['id', 'content'])
    .where('projectId', '=', projectId)
    .where('stage', '=', stage)
    .where('year', '=', year)
    .executeTakeFirst()
  return row === undefined ? null : { id: FormId.parse(row.id), content: FormContentSchema.parse(row.content) }
}
