import type { UnitId } from '@shiji/contract/directory'
import type { DocumentId } from '@shiji/contract/documents'
import type { ProjectId } from '@shiji/contract/performance'
import type { FormContent } from '@shiji/kernel/form/form-content'
import { findUnit } from '#modules/directory'
import { findDocument } from '#modules/documents'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { saveNewForm } from './form-store.ts'
import { requireYear } from './form-year.ts'
import { findTemplate } from './official-sheets.ts'
import { openForm } from './open-form.ts'
import { findOrMakeProject, findProject, LONGEST_PROJECT_NAME } from './project-store.ts'

type Input = {
  readonly unitId?: UnitId | undefined
  readonly projectId?: ProjectId | undefined
  readonly content: FormContent
  readonly documentId: DocumentId | null
}

/** Version 1 of a project's form. The project is the one named by id, or found by its name in the unit, or made. */
export async function createForm(
  context: Context,
  { unitId: asked, projectId: continued, content: given, documentId }: Input,
) {
  requirePermission(context, 'performance.write')
  const { personId } = context.actor
  const unitId = asked ?? context.actor.unitId
  const template = findTemplate(given) ?? refuse('template-unknown', { template: given.template })
  const project = given.project.trim()
  if (project === '' || project.length > LONGEST_PROJECT_NAME) {
    refuse('project-unnamed', { limit: LONGEST_PROJECT_NAME })
  }
  const year = requireYear(given)
  const content = { ...given, stage: template.stage }

  const id = await inTransaction(context.db, async (tx) => {
    if ((await findUnit(tx, context.actor, unitId)) === undefined) refuse('not-found')
    if (documentId !== null && (await findDocument(tx, context.actor, documentId)) === undefined) refuse('not-found')

    const { id: projectId, isNew } = await projectOf(tx, context, { continued, unitId, name: project })
    const formId = context.newId()
    const form = { id: formId, projectId, year, edition: template.edition, documentId, content }
    const isFirst = await saveNewForm(tx, { ...form, savedAt: context.now, savedBy: personId })
    if (!isFirst) refuse('form-exists', { project, year })
    if (isNew) await recordInLedger(tx, context, { did: 'performance.project-made', projectId, unitId, name: project })
    const { stage, template: sheet } = content
    await recordInLedger(tx, context, {
      did: 'performance.form-created',
      formId,
      projectId,
      documentId,
      stage,
      year,
      template: sheet,
    })
    return formId
  })
  return openForm(context, { id, version: 1 })
}

type Wanted = { readonly continued: ProjectId | undefined; readonly unitId: string; readonly name: string }

async function projectOf(tx: Tx, context: PersonContext, { continued, unitId, name }: Wanted) {
  if (continued === undefined) {
    return findOrMakeProject(tx, { id: context.newId(), unitId, name, madeAt: context.now })
  }
  const { id } = (await findProject(tx, context.actor, continued)) ?? refuse('not-found')
  return { id, isNew: false }
}
