import type { DocumentId } from '@shiji/contract/documents'
import { FormId, ProjectId } from '@shiji/contract/performance'
import type { Decimal } from '@shiji/kernel/decimal'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { isWithUnit, type SelfEvaluationState } from '@shiji/kernel/reevaluation/self-evaluation-life'
import { type Actor, eyesOf } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { formVisibleTo } from '../form-visible-to.ts'

export type SelfEvaluation = {
  readonly id: FormId
  readonly declarationId: FormId
  readonly projectId: ProjectId
  readonly state: SelfEvaluationState
  readonly baseVersion: number
  readonly statement: string
  readonly version: number
  readonly content: FormContent
  readonly handedInAt: Temporal.Instant | null
  readonly handedInBy: string | null
}

/** The one of a declaration, if it was opened. */
export async function findOfDeclaration(reader: Reader, declarationId: string): Promise<FormId | null> {
  const row = await reader
    .selectFrom('performanceSelfEvaluation')
    .select('formId')
    .where('declarationId', '=', declarationId)
    .executeTakeFirst()
  return row === undefined ? null : FormId.parse(row.formId)
}

export async function saveNewSelfEvaluation(
  tx: Tx,
  opened: { formId: string; declarationId: string; baseVersion: number },
): Promise<void> {
  await tx
    .insertInto('performanceSelfEvaluation')
    .values({ ...opened, state: 'draft', statement: '' })
    .execute()
}

export async function findSelfEvaluation(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<SelfEvaluation | undefined> {
  const row = await reader
    .selectFrom('performanceSelfEvaluation as own')
    .innerJoin('performanceForm as form', 'form.id', 'own.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['own.formId', 'own.declarationId', 'own.state', 'own.baseVersion', 'own.statement', 'own.handedInAt'])
    .select(['own.handedInBy', 'form.version', 'form.content', 'form.projectId'])
    .where('own.formId', '=', id)
    .where(formVisibleTo(eyesOf(actor)))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { formId, declarationId, projectId, state, content, ...rest } = row
  return {
    ...rest,
    id: FormId.parse(formId),
    declarationId: FormId.parse(declarationId),
    projectId: ProjectId.parse(projectId),
    state: state as SelfEvaluation['state'],
    content: FormContentSchema.parse(content),
  }
}

/** Held together with its form, so that no cell changes while it is handed in. */
export async function lockSelfEvaluation(tx: Tx, actor: Actor, id: string): Promise<SelfEvaluation | undefined> {
  await tx.selectFrom('performanceForm').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return findSelfEvaluation(tx, actor, id)
}

/** Whether the self-evaluation of a declaration has passed the desks of its place. */
export async function isAccepted(reader: Reader, declarationId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('performanceSelfEvaluation')
    .select('state')
    .where('declarationId', '=', declarationId)
    .executeTakeFirst()
  return row?.state === 'accepted'
}

/** Whether it lies with the desks or was accepted: none of its cells changes then. */
export async function isClosed(reader: Reader, formId: string): Promise<boolean> {
  const [row] = await stateOf(reader, { formId })
  return row !== undefined && !isWithUnit(row.state as SelfEvaluationState)
}

const stateOf = keepStatement((reader, { formId }: { readonly formId: string }) =>
  reader.selectFrom('performanceSelfEvaluation').select('state').where('formId', '=', formId).compile(),
)

type HandedIn = {
  readonly statement: string
  readonly evaluation: string
  readonly total: Decimal
  readonly grade: string | null
  readonly version: number
  readonly sha256: string
  readonly handedInAt: Temporal.Instant
  readonly handedInBy: string
}

export async function saveHandedIn(tx: Tx, formId: string, handedIn: HandedIn): Promise<void> {
  await tx.updateTable('performanceSelfEvaluation').set(handedIn).where('formId', '=', formId).execute()
}

export type OverrideRow = {
  readonly position: number
  readonly field: 'actual' | 'score'
  readonly value: string
  readonly reason: string
  readonly documentId: DocumentId
  readonly personId: string
  readonly at: Temporal.Instant
}

export async function saveOverride(tx: Tx, formId: string, override: OverrideRow): Promise<void> {
  const { position, field, ...values } = override
  await tx
    .insertInto('performanceOverride')
    .values({ formId, position, field, ...values })
    .onConflict((conflict) => conflict.columns(['formId', 'position', 'field']).doUpdateSet(values))
    .execute()
}

export async function listOverrides(reader: Reader, formId: string) {
  const rows = await reader
    .selectFrom('performanceOverride as override')
    .innerJoin('directoryPerson as person', 'person.id', 'override.personId')
    .select(['override.position', 'override.field', 'override.value', 'override.reason', 'override.documentId'])
    .select(['override.personId', 'override.at', 'person.name as by'])
    .where('override.formId', '=', formId)
    .orderBy('override.position')
    .orderBy('override.field')
    .execute()
  return rows.map((row) => ({
    ...row,
    field: row.field as OverrideRow['field'],
    documentId: row.documentId as DocumentId,
  }))
}
