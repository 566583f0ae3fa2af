import { FormId } from '@shiji/contract/performance'
import { AskedRevision, GateReply, RevisionId, RevisionReply } from '@shiji/contract/revision'
import { z } from 'zod'
import { visibleTo } from '#modules/directory'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'

export type Asked = z.infer<typeof AskedRevision>
export type GateFacts = z.infer<typeof GateReply>
export type RevisionState = z.infer<typeof RevisionReply>['state']
export type RevisionStep = z.infer<typeof RevisionReply>['steps'][number] & { readonly personId: string }

export type Revision = {
  readonly id: RevisionId
  readonly formId: FormId
  readonly number: number
  readonly state: RevisionState
  readonly baseVersion: number
  readonly asked: Asked
  readonly gate: GateFacts
  readonly steps: readonly RevisionStep[]
  readonly filedAt: Temporal.Instant
  readonly filedBy: string
}

const Steps = RevisionReply.shape.steps.element.extend({ personId: z.uuid() }).array()

/** Revisions under way count as pending. */
export async function countRevisions(
  reader: Reader,
  formId: string,
): Promise<{ approved: number; pending: boolean; last: number }> {
  const rows = await reader
    .selectFrom('performanceRevision')
    .select(['state', 'number'])
    .where('formId', '=', formId)
    .execute()
  return {
    approved: rows.filter(({ state }) => state === 'approved').length,
    pending: rows.some(({ state }) => state !== 'approved' && state !== 'rejected'),
    last: Math.max(0, ...rows.map(({ number }) => number)),
  }
}

/** Held so that decisions come one after another; undefined when the actor may not see it. */
export async function lockRevision(tx: Tx, actor: Actor, id: string): Promise<Revision | undefined> {
  const held = await tx
    .selectFrom('performanceRevision')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held && findRevision(tx, actor, id)
}

export async function findRevision(reader: Reader, actor: Actor, id: string): Promise<Revision | undefined> {
  const row = await revisions(reader, actor).where('revision.id', '=', id).executeTakeFirst()
  return row && toRevision(row)
}

/** The revision of a declaration that is not decided yet; there is at most one. */
export async function findPendingRevision(reader: Reader, actor: Actor, formId: string): Promise<Revision | undefined> {
  const rows = await listRevisionRows(reader, actor, formId)
  return rows.find(({ state }) => state !== 'approved' && state !== 'rejected')
}

export async function listRevisionRows(reader: Reader, actor: Actor, formId: string): Promise<Revision[]> {
  const rows = await revisions(reader, actor).where('revision.formId', '=', formId).orderBy('revision.number').execute()
  return rows.map(toRevision)
}

type Saved = Omit<Revision, 'id' | 'formId'> & { readonly id: string; readonly formId: string }

export async function saveNewRevision(tx: Tx, revision: Saved): Promise<void> {
  const { id, formId, number, baseVersion, filedAt, filedBy } = revision
  await tx
    .insertInto('performanceRevision')
    .values({ id, formId, number, baseVersion, filedAt, filedBy, ...columnsOf(revision) })
    .execute()
}

export async function saveRevision(tx: Tx, revision: Revision): Promise<void> {
  const { id, baseVersion } = revision
  await tx
    .updateTable('performanceRevision')
    .set({ baseVersion, ...columnsOf(revision) })
    .where('id', '=', id)
    .execute()
}

function columnsOf({ state, asked, gate, steps }: Pick<Revision, 'state' | 'asked' | 'gate' | 'steps'>) {
  return {
    state,
    rows: JSON.stringify(asked.rows),
    weights: asked.weights === null ? null : JSON.stringify(asked.weights),
    budgetDecision: asked.budgetDecision === null ? null : JSON.stringify(asked.budgetDecision),
    gate: JSON.stringify(gate),
    steps: JSON.stringify(steps),
  }
}

function revisions(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('performanceRevision as revision')
    .innerJoin('performanceForm as form', 'form.id', 'revision.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .innerJoin('directoryPerson as person', 'person.id', 'revision.filedBy')
    .selectAll('revision')
    .select('person.name as filedByName')
    .where(visibleTo(actor))
}

type Row = Awaited<ReturnType<ReturnType<typeof revisions>['execute']>>[number]

function toRevision({ id, formId, number, state, baseVersion, filedAt, filedByName, ...row }: Row): Revision {
  const { rows, weights, budgetDecision } = row
  return {
    id: RevisionId.parse(id),
    formId: FormId.parse(formId),
    number,
    state: state as RevisionState,
    baseVersion,
    asked: AskedRevision.parse({ rows, weights, budgetDecision }),
    gate: GateReply.parse(row.gate),
    steps: Steps.parse(row.steps),
    filedAt,
    filedBy: filedByName,
  }
}
