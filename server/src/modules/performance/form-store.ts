import { FormId, ProjectId } from '@shiji/contract/performance'
import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import type { FormContent, FormStage } from '@shiji/kernel/form/form-content'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import type { DeclarationState } from '@shiji/kernel/life/declaration-life'
import { sql } from 'kysely'
import { z } from 'zod'
import { isWithin } from '#modules/directory'
import { type Actor, type Eyes, eyesOf } from '#platform/context'
import { instantText } from '#platform/database/instant-text'
import { PREPARED } from '#platform/database/prepared'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { formVisibleTo } from './form-visible-to.ts'
import { saveIndicatorNames } from './indicator-store.ts'

export type FormRow = {
  readonly id: FormId
  readonly projectId: ProjectId
  readonly unitId: string
  readonly version: number
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
  readonly content: FormContent
}

/** A version of a form, the newest unless one is named; undefined when the actor may not see it. */
export async function findForm(
  reader: Reader,
  actor: Actor,
  { id, version }: { id: string; version?: number | undefined },
): Promise<FormRow | undefined> {
  const { unitId: own, personId } = eyesOf(actor)
  const [row] = await (version === undefined
    ? newestForm(reader, { id, unitId: own, personId })
    : formAsOf(reader, { id, version, unitId: own, personId }))
  if (row === undefined) return undefined
  const { unitId, savedAt, savedBy } = row
  const content = FormContentSchema.parse(row.content)
  const ids = { id: FormId.parse(row.id), projectId: ProjectId.parse(row.projectId) }
  return { ...ids, unitId, version: row.version, savedAt, savedBy, content }
}

type Seen = Eyes & { readonly id: string }

const newestForm = keepStatement((reader, { id, unitId, personId }: Seen) =>
  savedForm(reader, { id, unitId, personId }).whereRef('saved.version', '=', 'form.version').compile(),
)

const formAsOf = keepStatement((reader, { id, version, unitId, personId }: Seen & { readonly version: number }) =>
  savedForm(reader, { id, unitId, personId }).where('saved.version', '=', version).compile(),
)

function savedForm(reader: Reader, { id, ...eyes }: Seen) {
  return visibleForm(reader, { id, ...eyes })
    .innerJoin('performanceFormVersion as saved', 'saved.formId', 'form.id')
    .innerJoin('directoryPerson as person', 'person.id', 'saved.savedBy')
    .select(['form.id', 'form.projectId', 'project.unitId', 'saved.version', 'saved.content', 'saved.savedAt'])
    .select('person.name as savedBy')
}

function visibleForm(reader: Reader, { id, ...eyes }: Seen) {
  return reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .where('form.id', '=', id)
    .where(formVisibleTo(eyes))
}

/** Whether the actor may see a form, for who needs nothing of what stands on it. */
export async function seesForm(reader: Reader, actor: Actor, id: string): Promise<boolean> {
  const { unitId, personId } = eyesOf(actor)
  return (await seenForm(reader, { id, unitId, personId })).length > 0
}

const seenForm = keepStatement((reader, { id, unitId, personId }: Seen) =>
  visibleForm(reader, { id, unitId, personId }).select('form.id').compile(),
)

/** Copied texts and double promises show beside a few neighbours; a unit has a handful of projects. */
const MOST_SISTERS = 12

/** The other forms of the same unit, stage and year. */
export async function listSisters(reader: Reader, id: string): Promise<FormContent[]> {
  const rows = await sistersOf(reader, { id })
  return rows.map((row) => FormContentSchema.parse(row.content))
}

const sistersOf = keepStatement((reader, { id }: { readonly id: string }) =>
  reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('performanceProject as neighbour', 'neighbour.unitId', 'project.unitId')
    .innerJoin('performanceForm as sister', (join) =>
      join
        .onRef('sister.projectId', '=', 'neighbour.id')
        .onRef('sister.stage', '=', 'form.stage')
        .onRef('sister.year', '=', 'form.year')
        .onRef('sister.id', '!=', 'form.id'),
    )
    .select('sister.content')
    .where('form.id', '=', id)
    .orderBy('sister.id', 'desc')
    .limit(MOST_SISTERS)
    .modifyEnd(PREPARED)
    .compile(),
)

/** Holds the form so that edits come one after another. */
export async function lockForm(tx: Tx, actor: Actor, id: string) {
  const [row] = await heldForm(tx, { id, unitId: eyesOf(actor).unitId })
  return row && { version: row.version, project: row.project, content: FormContentSchema.parse(row.content) }
}

const heldForm = keepStatement((reader, { id, unitId }: { readonly id: string; readonly unitId: string | null }) =>
  reader
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['form.version', 'form.content', 'project.name as project'])
    .where('form.id', '=', id)
    .where(isWithin(unitId))
    .forUpdate(['form'])
    .compile(),
)

const Edits = z.array(z.object({ where: z.string(), was: z.string(), now: z.string() }))

/** What was saved after a version, oldest first. */
export async function listEditsSince(reader: Reader, formId: string, version: number): Promise<CellEdit[]> {
  const rows = await editsSince(reader, { formId, version })
  return rows.flatMap(({ edits }) => Edits.parse(edits))
}

const editsSince = keepStatement((reader, { formId, version }: { readonly formId: string; readonly version: number }) =>
  reader
    .selectFrom('performanceFormVersion')
    .select('edits')
    .where('formId', '=', formId)
    .where('version', '>', version)
    .orderBy('version')
    .compile(),
)

export type NewForm = {
  readonly id: string
  readonly projectId: string
  readonly year: number
  readonly edition: string
  readonly documentId: string | null
  readonly content: FormContent
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

/** False when the project already has this form for the year. */
export async function saveNewForm(tx: Tx, form: NewForm): Promise<boolean> {
  const { content, savedAt, savedBy } = form
  const row = await tx
    .insertInto('performanceForm')
    .values({
      ...form,
      ...columnsOf(content),
      stage: content.stage,
      template: content.template,
      version: 1,
    })
    .onConflict((conflict) => conflict.constraint('performance_form_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  await saveIndicatorNames(tx, form.id, content)
  await saveVersion(tx, { formId: form.id, version: 1, content, edits: [], savedAt, savedBy })
  return true
}

type NewVersion = {
  readonly formId: string
  readonly version: number
  readonly content: FormContent
  readonly edits: readonly CellEdit[]
  readonly savedAt: Temporal.Instant
  readonly savedBy: string
}

export async function saveNextVersion(tx: Tx, next: NewVersion & { readonly year: number }): Promise<void> {
  const { formId, version, content, savedAt, savedBy, year } = next
  const changed = tx
    .updateTable('performanceForm')
    .set({ ...columnsOf(content), version, year, savedAt, savedBy })
    .where('id', '=', formId)
    .execute()
  await Promise.all([changed, saveVersion(tx, next)])
}

async function saveVersion(tx: Tx, { formId, version, content, edits, savedAt, savedBy }: NewVersion): Promise<void> {
  await tx
    .insertInto('performanceFormVersion')
    .values({
      formId,
      version,
      content: JSON.stringify(content),
      edits: JSON.stringify(edits),
      cells: edits.length,
      savedAt,
      savedBy,
    })
    .execute()
}

function columnsOf(content: FormContent) {
  return { content: JSON.stringify(content), indicators: content.indicators.length }
}

/** The newest version first. */
export async function listVersionRows(reader: Reader, formId: string) {
  const rows = await versionsOf(reader, { formId })
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toString() }))
}

const versionsOf = keepStatement((reader, { formId }: { readonly formId: string }) =>
  reader
    .selectFrom('performanceFormVersion as saved')
    .innerJoin('directoryPerson as person', 'person.id', 'saved.savedBy')
    .select(['saved.version', 'saved.savedAt', 'saved.cells', 'person.name as savedBy'])
    .where('saved.formId', '=', formId)
    .orderBy('saved.version', 'desc')
    .compile(),
)

/** The forms of these projects, newest year first. */
export async function listFormRows(reader: Reader, projectIds: readonly string[], year: number | undefined) {
  if (projectIds.length === 0) return []
  const rows = await reader
    .selectFrom('performanceForm as form')
    .leftJoin('performanceLife as life', 'life.formId', 'form.id')
    .select(['form.id', 'form.projectId', 'form.stage', 'form.year', 'form.version', 'form.indicators', 'life.state'])
    .select(instantText('form.savedAt').as('savedAt'))
    // One array, not fifty parameters to plan for.
    .where(sql<boolean>`form.project_id = any(${[...projectIds]}::uuid[])`)
    .$if(year !== undefined, (query) => query.where('form.year', '=', year ?? 0))
    .orderBy('form.year', 'desc')
    .orderBy('form.stage')
    .execute()
  return rows.map(({ id, projectId, stage, state, ...row }) => ({
    projectId,
    form: {
      ...row,
      id: FormId.parse(id),
      stage: stage as FormStage,
      state: stage === 'declaration' ? ((state ?? 'draft') as DeclarationState) : null,
    },
  }))
}
