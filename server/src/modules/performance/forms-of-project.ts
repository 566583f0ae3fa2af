import type { FormId } from '@shiji/contract/performance'
import type { FormStage } from '@shiji/kernel/form/form-content'
import type { DeclarationState } from '@shiji/kernel/life/declaration-life'
import { sql } from 'kysely'
import { instantText } from '#platform/database/instant-text'
import type { Reader } from '#platform/database/transaction'

export type FormOfProject = {
  readonly id: FormId
  readonly stage: FormStage
  readonly year: number
  readonly version: number
  readonly indicators: number
  readonly savedAt: string
  /** Of a declaration; null on every other form. */
  readonly state: DeclarationState | null
}

/** The forms of a project, the newest year first: a column of the statement that reads `performance_project`. */
export function formsOfProject(year: number | undefined) {
  return sql<FormOfProject[]>`(
    select coalesce(json_agg(json_build_object(
      'id', form.id, 'stage', form.stage, 'year', form.year, 'version', form.version, 'indicators', form.indicators,
      'savedAt', ${instantText('form.savedAt')},
      'state', case form.stage when 'declaration' then coalesce(life.state, 'draft') end)
      order by form.year desc, form.stage), '[]')
    from performance_form form left join performance_life life on life.form_id = form.id
    where form.project_id = performance_project.id and form.year = coalesce(${year ?? null}::int, form.year))`.as(
    'forms',
  )
}

export async function listFormsOf(reader: Reader, projectId: string): Promise<FormOfProject[]> {
  const { forms } = await reader
    .selectFrom('performanceProject')
    .select(formsOfProject(undefined))
    .where('performanceProject.id', '=', projectId)
    .executeTakeFirstOrThrow()
  return forms
}
