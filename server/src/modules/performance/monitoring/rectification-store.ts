import type { DocumentId } from '@shiji/contract/documents'
import { RectificationId, type RectificationReply } from '@shiji/contract/monitoring'
import { FormId } from '@shiji/contract/performance'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

type Reply = z.infer<typeof RectificationReply>

export type NewRectification = Pick<Reply, 'origin' | 'month' | 'remedy' | 'demand' | 'dueOn'> & {
  readonly id: string
  readonly formId: string
  readonly issuedAt: Temporal.Instant
  readonly issuedBy: string
}

export async function saveNewRectification(tx: Tx, rectification: NewRectification): Promise<void> {
  await tx
    .insertInto('performanceRectification')
    .values({ ...rectification, state: 'open' })
    .execute()
}

/** Held so that answers and decisions come one after another; undefined when the actor may not see it. */
export async function lockRectification(tx: Tx, actor: Actor, id: string) {
  const held = await tx
    .selectFrom('performanceRectification')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held && rectifications(tx, actor).where('notice.id', '=', id).executeTakeFirst()
}

export async function saveAnswer(
  tx: Tx,
  id: string,
  answer: { answer: string; documentIds: string[]; answeredAt: Temporal.Instant; answeredBy: string },
): Promise<void> {
  await tx
    .updateTable('performanceRectification')
    .set({ ...answer, state: 'answered' })
    .where('id', '=', id)
    .execute()
}

export async function saveClosure(
  tx: Tx,
  id: string,
  closed: { closedAt: Temporal.Instant; closedBy: string },
): Promise<void> {
  await tx
    .updateTable('performanceRectification')
    .set({ ...closed, state: 'closed' })
    .where('id', '=', id)
    .execute()
}

/** Asked again: what was answered stays in the ledger. */
export async function saveReopened(tx: Tx, id: string, demand: string): Promise<void> {
  await tx
    .updateTable('performanceRectification')
    .set({ demand, state: 'open', remindedOn: null })
    .where('id', '=', id)
    .execute()
}

/** The notices of one declaration or of one id, oldest first. */
export async function listRectificationRows(
  reader: Reader,
  actor: Actor,
  { formId, id, today }: { formId?: string; id?: string; today: Temporal.PlainDate },
): Promise<Reply[]> {
  const rows = await rectifications(reader, actor)
    .$if(formId !== undefined, (query) => query.where('notice.formId', '=', formId ?? ''))
    .$if(id !== undefined, (query) => query.where('notice.id', '=', id ?? ''))
    .orderBy('notice.issuedAt')
    .orderBy('notice.id')
    .execute()
  return rows.map((row) => toReply(row, today))
}

/** Everything a reply says of a notice, `today` for what is overdue. */
export function toReply(row: RectificationRow, today: Temporal.PlainDate): Reply {
  return {
    id: RectificationId.parse(row.id),
    formId: FormId.parse(row.formId),
    origin: row.origin as Reply['origin'],
    month: row.month,
    remedy: row.remedy as Reply['remedy'],
    demand: row.demand,
    dueOn: row.dueOn,
    state: row.state as Reply['state'],
    overdue: row.state === 'open' && Temporal.PlainDate.compare(Temporal.PlainDate.from(row.dueOn), today) < 0,
    answer: row.answer,
    documentIds: row.documentIds as DocumentId[],
    issuedAt: row.issuedAt.toString(),
    issuedBy: row.issuedByName,
    answeredAt: row.answeredAt?.toString() ?? null,
    closedAt: row.closedAt?.toString() ?? null,
  }
}

export type AnsweredNotice = NonNullable<Awaited<ReturnType<typeof findAnsweredNotice>>>

/** One notice with who answered it; undefined when the actor may not see it. */
export async function findAnsweredNotice(reader: Reader, actor: Actor, id: string) {
  const row = await rectifications(reader, actor)
    .leftJoin('directoryPerson as answerer', 'answerer.id', 'notice.answeredBy')
    .select('answerer.name as answeredByName')
    .where('notice.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { origin, remedy, state, ...rest } = row
  return {
    ...rest,
    origin: origin as Reply['origin'],
    remedy: remedy as Reply['remedy'],
    state: state as Reply['state'],
  }
}

export type RectificationRow = Awaited<ReturnType<ReturnType<typeof rectifications>['execute']>>[number]

export function rectifications(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('performanceRectification as notice')
    .innerJoin('performanceForm as form', 'form.id', 'notice.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .innerJoin('directoryPerson as person', 'person.id', 'notice.issuedBy')
    .selectAll('notice')
    .select(['person.name as issuedByName', 'project.name as project'])
    .where(visibleTo(actor))
}
