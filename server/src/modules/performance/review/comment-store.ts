import type { FormId } from '@shiji/contract/performance'
import { CommentId, type CommentRow } from '@shiji/contract/review'
import { sql } from 'kysely'
import type { z } from 'zod'
import { isAskedAbout } from '#modules/flow'
import { type Actor, eyesOf, type PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { formVisibleTo } from '../form-visible-to.ts'

type PersonActor = PersonContext['actor']
type Row = z.infer<typeof CommentRow>

/** What was said at the cells of a form, oldest first. */
export async function listComments(reader: Reader, formId: FormId): Promise<Row[]> {
  const rows = await comments(reader).where('comment.formId', '=', formId).orderBy('comment.madeAt').execute()
  return rows.map(({ madeAt, ...row }) => ({ ...row, id: CommentId.parse(row.id), at: madeAt.toString() }))
}

function comments(reader: Reader) {
  return reader
    .selectFrom('performanceComment as comment')
    .innerJoin('directoryPerson as person', 'person.id', 'comment.madeBy')
    .leftJoin('directoryPerson as settling', 'settling.id', 'comment.settledBy')
    .select(['comment.id', 'comment.place', 'comment.version', 'comment.remark', 'comment.madeAt'])
    .select(['person.name as by', 'settling.name as settledBy'])
}

export async function mayComment(reader: Reader, actor: PersonActor, formId: FormId): Promise<boolean> {
  if (actor.permissions.has('performance.review')) return true
  const asked = await reader
    .selectFrom('performanceForm as form')
    .select('form.id')
    .where('form.id', '=', formId)
    .where(isAskedAbout(eyesOf(actor), { kind: 'declaration', id: sql.ref('form.id') }))
    .executeTakeFirst()
  return asked !== undefined
}

type NewComment = {
  readonly id: CommentId
  readonly formId: FormId
  readonly place: string
  readonly version: number
  readonly remark: string
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

export async function saveComment(tx: Tx, comment: NewComment): Promise<void> {
  await tx.insertInto('performanceComment').values(comment).execute()
}

/** Held; undefined when it is settled, or on a form the actor may not see. */
export async function lockOpenComment(tx: Tx, actor: Actor, id: CommentId) {
  return tx
    .selectFrom('performanceComment as comment')
    .innerJoin('performanceForm as form', 'form.id', 'comment.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['comment.formId', 'comment.place', 'comment.remark', 'comment.madeBy'])
    .where('comment.id', '=', id)
    .where('comment.settledAt', 'is', null)
    .where(formVisibleTo(eyesOf(actor)))
    .forUpdate('comment')
    .executeTakeFirst()
}

export async function saveSettlement(tx: Tx, id: CommentId, settled: { at: Temporal.Instant; by: string }) {
  await tx
    .updateTable('performanceComment')
    .set({ settledAt: settled.at, settledBy: settled.by })
    .where('id', '=', id)
    .execute()
}
