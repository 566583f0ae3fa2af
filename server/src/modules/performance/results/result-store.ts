import type { UnitId } from '@shiji/contract/directory'
import { FormId, ProjectId } from '@shiji/contract/performance'
import type { ResultRow } from '@shiji/contract/results'
import { decimal } from '@shiji/kernel/decimal'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { effectOf } from '@shiji/kernel/reevaluation/apply-result'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { lifeRulesOf } from '../official-sheets.ts'

export type Result = Omit<z.infer<typeof ResultRow>, 'rank'>

/** What was handed in and what became of it, best first within a year, newest year first. */
export async function listResultRows(
  reader: Reader,
  actor: Actor,
  { year, projectId }: { year?: number; projectId?: string },
): Promise<Result[]> {
  const rows = await results(reader, actor)
    .$if(year !== undefined, (query) => query.where('form.year', '=', year ?? 0))
    .$if(projectId !== undefined, (query) => query.where('form.projectId', '=', projectId ?? ''))
    .orderBy('form.year', 'desc')
    .orderBy(sql`coalesce(again.total, own.total)`, 'desc')
    .orderBy('own.formId')
    .execute()
  return rows.map(toResult)
}

/** Notices to correct of the years before that nobody answered, of every declaration of a project. */
export async function countOpenNotices(reader: Reader, projectId: string, year: number): Promise<number> {
  const row = await reader
    .selectFrom('performanceRectification as notice')
    .innerJoin('performanceForm as form', 'form.id', 'notice.formId')
    .select(({ fn }) => fn.countAll<bigint>().as('open'))
    .where('form.projectId', '=', projectId)
    .where('form.year', '<', year)
    .where('notice.state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(row.open)
}

function results(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('performanceSelfEvaluation as own')
    .innerJoin('performanceForm as form', 'form.id', 'own.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('performanceForm as declared', 'declared.id', 'own.declarationId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .leftJoinLateral(
      (column) =>
        column
          .selectFrom('performanceReEvaluation')
          .select(['total', 'grade'])
          .whereRef('performanceReEvaluation.formId', '=', 'own.formId')
          .orderBy('doneAt', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('again'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (column) =>
        column
          .selectFrom('performanceRectification as notice')
          .select(({ fn }) => fn.countAll<bigint>().as('open'))
          .whereRef('notice.formId', '=', 'own.declarationId')
          .where('notice.state', '=', 'open')
          .as('notices'),
      (join) => join.onTrue(),
    )
    .select(['own.formId', 'own.declarationId', 'own.total as selfTotal', 'own.grade as selfGrade'])
    .select(['again.total', 'again.grade', 'notices.open'])
    .select(['form.year', 'form.projectId', 'form.content', 'project.name as project'])
    .select(['project.unitId', 'directoryUnit.name as unit'])
    .select(sql<string>`coalesce(declared.content -> 'fields' ->> '项目类别', '')`.as('kind'))
    .where('own.state', '=', 'accepted')
    .where(visibleTo(actor))
}

type Row = Awaited<ReturnType<ReturnType<typeof results>['execute']>>[number]

function toResult({ total, grade, open, content, selfTotal, selfGrade, ...row }: Row): Result {
  const reEvaluated = total !== null
  const name = reEvaluated ? grade : selfGrade
  const { application } = lifeRulesOf(FormContentSchema.parse(content))
  const openRectifications = Number(open ?? 0)
  const rectification = openRectifications > 0 ? 'unanswered' : 'none'
  return {
    ...row,
    formId: FormId.parse(row.formId),
    declarationId: FormId.parse(row.declarationId),
    projectId: ProjectId.parse(row.projectId),
    unitId: row.unitId as UnitId,
    selfTotal: selfTotal ?? NOTHING,
    selfGrade,
    total: total ?? selfTotal ?? NOTHING,
    grade: name,
    reEvaluated,
    effect: effectOf(name === null ? null : { zh: name, en: name }, rectification, application),
    openRectifications,
  }
}

const NOTHING = decimal('0')
