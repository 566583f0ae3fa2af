import { FormId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import type { DeclarationState, Deed } from '@shiji/kernel/life/declaration-life'
import { type Actor, eyesOf } from '#platform/context'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { formVisibleTo } from '../form-visible-to.ts'
import { appendStep, listStepsOf, type Step } from '../step-store.ts'

export type Declaration = {
  readonly id: FormId
  readonly projectId: string
  readonly project: string
  readonly unitId: string
  readonly year: number
  readonly state: DeclarationState
  /** The version as it stands; from the approval on it is the approved one. */
  readonly version: number
  readonly content: FormContent
}

/** Held so that steps come one after another; undefined when the actor may not see it or it is another sheet. */
export async function lockDeclaration(tx: Tx, actor: Actor, id: string): Promise<Declaration | undefined> {
  const held = await tx.selectFrom('performanceForm').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return held && findDeclaration(tx, actor, id)
}

export async function findDeclaration(reader: Reader, actor: Actor, id: string): Promise<Declaration | undefined> {
  const row = await reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .leftJoin('performanceLife as life', 'life.formId', 'form.id')
    .select(['form.id', 'form.projectId', 'form.year', 'form.version', 'form.content', 'life.state'])
    .select(['project.unitId', 'project.name as project'])
    .where('form.id', '=', id)
    .where('form.stage', '=', 'declaration')
    .where(formVisibleTo(eyesOf(actor)))
    .executeTakeFirst()
  if (row === undefined) return undefined
  const state = (row.state ?? 'draft') as DeclarationState
  return { ...row, id: FormId.parse(row.id), state, content: FormContentSchema.parse(row.content) }
}

/** The state of a form's life; a form that is no declaration, or was never submitted, is a draft. */
export async function findState(reader: Reader, formId: string): Promise<DeclarationState> {
  const [row] = await stateOf(reader, { formId })
  return (row?.state ?? 'draft') as DeclarationState
}

const stateOf = keepStatement((reader, { formId }: { readonly formId: string }) =>
  reader.selectFrom('performanceLife').select('state').where('formId', '=', formId).compile(),
)

type LifeStep = Step<Deed, DeclarationState>

/** The state and the step that led to it. The declaration is held. */
export async function saveStep(tx: Tx, step: LifeStep): Promise<void> {
  const { formId, state, at } = step
  await tx
    .insertInto('performanceLife')
    .values({ formId, state, movedAt: at })
    .onConflict((conflict) => conflict.column('formId').doUpdateSet({ state, movedAt: at }))
    .execute()
  await appendStep(tx, 'performanceLifeStep', step)
}

type NewApproval = Pick<LifeStep, 'formId' | 'version' | 'sha256' | 'at' | 'personId'> & {
  readonly number: number
}

export async function saveApproval(tx: Tx, approval: NewApproval): Promise<void> {
  await tx.insertInto('performanceApproval').values(approval).execute()
}

export function listSteps(reader: Reader, formId: string) {
  return listStepsOf<Deed, DeclarationState>(reader, 'performanceLifeStep', formId)
}

/** The approval first, then each approved revision. */
export async function listApprovals(reader: Reader, formId: string) {
  const rows = await reader
    .selectFrom('performanceApproval as approval')
    .innerJoin('directoryPerson as person', 'person.id', 'approval.personId')
    .select(['approval.number', 'approval.version', 'approval.sha256', 'approval.at', 'person.name as by'])
    .where('approval.formId', '=', formId)
    .orderBy('approval.number')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toString() }))
}

/** Whether the person wrote any version of the form or handed it in. */
export async function hasWorkedOn(reader: Reader, formId: string, personId: string): Promise<boolean> {
  const saved = await reader
    .selectFrom('performanceFormVersion')
    .select('version')
    .where('formId', '=', formId)
    .where('savedBy', '=', personId)
    .limit(1)
    .executeTakeFirst()
  if (saved !== undefined) return true
  const submitted = await reader
    .selectFrom('performanceLifeStep')
    .select('number')
    .where('formId', '=', formId)
    .where('personId', '=', personId)
    .where('deed', '=', 'submit')
    .limit(1)
    .executeTakeFirst()
  return submitted !== undefined
}
