import { FormId, ProjectId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { sql } from 'kysely'
import { type Actor, eyesOf } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { formVisibleTo } from '../form-visible-to.ts'

/** A declaration in the version approved last: the promises that are proved. */
export type Approved = {
  readonly id: FormId
  readonly projectId: ProjectId
  readonly project: string
  readonly unitId: string
  readonly unit: string
  readonly year: number
  readonly content: FormContent
}

type Asked = {
  readonly id?: string
  readonly year?: number
  readonly projectId?: string | undefined
  /** With the units below it. */
  readonly unitId?: string | undefined
  readonly limit: number
}

const NOBODY: Actor = { kind: 'nobody' }

/** Those a person sees; `null` is the machine itself, which sees all. */
export async function listApproved(
  reader: Reader,
  actor: Actor | null,
  { id, year, projectId, unitId, limit }: Asked,
): Promise<Approved[]> {
  const rows = await reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .innerJoin('performanceFormVersion as saved', 'saved.formId', 'form.id')
    .select(['form.id', 'form.projectId', 'form.year', 'saved.content', 'project.name as project'])
    .select(['project.unitId', 'directoryUnit.name as unit'])
    .where('form.stage', '=', 'declaration')
    .where(sql<boolean>`saved.version = (select approval.version from performance_approval approval
      where approval.form_id = form.id order by approval.number desc limit 1)`)
    .$if(actor !== null, (query) => query.where(formVisibleTo(eyesOf(actor ?? NOBODY))))
    .$if(id !== undefined, (query) => query.where('form.id', '=', id ?? ''))
    .$if(year !== undefined, (query) => query.where('form.year', '=', year ?? 0))
    .$if(projectId !== undefined, (query) => query.where('project.id', '=', projectId ?? ''))
    .$if(unitId !== undefined, (query) =>
      query.where(sql<boolean>`directory_unit.ancestors @> array[${unitId}]::uuid[]`),
    )
    .orderBy('form.year', 'desc')
    .orderBy('project.name')
    .orderBy('form.id')
    .limit(limit)
    .execute()
  return rows.map(({ id: formId, projectId: of, content, ...row }) => ({
    ...row,
    id: FormId.parse(formId),
    projectId: ProjectId.parse(of),
    content: FormContentSchema.parse(content),
  }))
}

/** The newest year, `latest` at most, of which the person sees an approved declaration. */
export async function findLastApprovedYear(reader: Reader, actor: Actor, latest: number): Promise<number | null> {
  const found = await reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select('form.year')
    .where('form.stage', '=', 'declaration')
    .where('form.year', '<=', latest)
    .where(sql<boolean>`exists (select from performance_approval approval where approval.form_id = form.id)`)
    .where(formVisibleTo(eyesOf(actor)))
    .orderBy('form.year', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.year ?? null
}
