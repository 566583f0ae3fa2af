import type { PersonId } from '@shiji/contract/directory'
import { ExpertSheetId } from '@shiji/contract/expert-sheets'
import type { Decimal } from '@shiji/kernel/decimal'
import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { sql } from 'kysely'
import type { PersonContext } from '#platform/context'
import { instantText } from '#platform/database/instant-text'
import type { Reader, Tx } from '#platform/database/transaction'

type Actor = PersonContext['actor']

/** The sheets of a self-evaluation that no evaluation has taken yet. */
export async function listAsked(reader: Reader, formId: string) {
  const rows = await reader
    .selectFrom('performanceExpertSheet as sheet')
    .innerJoin('directoryPerson as person', 'person.id', 'sheet.personId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'person.unitId')
    .select(['sheet.id', 'sheet.personId', 'person.name', 'unit.name as unit', 'sheet.points', 'sheet.remark'])
    .select([
      instantText('sheet.askedAt').as('askedAt'),
      instantText('sheet.signedAt').$castTo<string | null>().as('signedAt'),
    ])
    .where('sheet.formId', '=', formId)
    .where('sheet.usedIn', 'is', null)
    .orderBy('sheet.askedAt')
    .orderBy('sheet.id')
    .execute()
  return rows.map(({ id, personId, points, ...row }) => ({
    ...row,
    id: ExpertSheetId.parse(id),
    personId: personId as PersonId,
    points: points as Decimal[],
  }))
}

/** Experts above or below the actor: nobody of the evaluated unit or below it, nobody asked already, and no auditor, who changes nothing. */
export async function listFree(
  reader: Reader,
  actor: Actor,
  { formId, projectId }: { formId: string; projectId: string },
) {
  const rows = await reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'person.unitId')
    .select(['person.id as personId', 'person.name', 'directoryUnit.name as unit'])
    .where('person.state', '=', 'active')
    .where(sql<boolean>`exists (select from directory_role role
      where role.person_id = person.id and role.role = 'expert')`)
    .where(sql<boolean>`not exists (select from directory_role role
      where role.person_id = person.id and role.role = 'auditor')`)
    .where(sql<boolean>`(directory_unit.ancestors @> array[${actor.unitId}]::uuid[] or directory_unit.id = any(
      (select mine.ancestors from directory_unit mine where mine.id = ${actor.unitId})::uuid[]))`)
    .where(sql<boolean>`not directory_unit.ancestors @> array(
      select project.unit_id from performance_project project where project.id = ${projectId})`)
    .where(sql<boolean>`not exists (select from performance_expert_sheet sheet
      where sheet.form_id = ${formId} and sheet.person_id = person.id and sheet.used_in is null)`)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  return rows.map(({ personId, ...row }) => ({ ...row, personId: personId as PersonId }))
}

type NewSheet = {
  readonly id: string
  readonly formId: string
  readonly personId: string
  readonly askedAt: Temporal.Instant
  readonly askedBy: string
}

export async function saveNewSheet(tx: Tx, sheet: NewSheet): Promise<void> {
  await tx
    .insertInto('performanceExpertSheet')
    .values({ ...sheet, points: [], remark: '' })
    .execute()
}

/** Held, so that it is not signed meanwhile; undefined when it is of another form or part of an evaluation. */
export async function lockAskedSheet(tx: Tx, { id, formId }: { id: string; formId: string }) {
  return tx
    .selectFrom('performanceExpertSheet')
    .select(['personId', 'signedAt'])
    .where('id', '=', id)
    .where('formId', '=', formId)
    .where('usedIn', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function removeSheet(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('performanceExpertSheet').where('id', '=', id).execute()
}

type Signed = { readonly points: readonly string[]; readonly remark: string; readonly signedAt: Temporal.Instant }

export async function saveSignature(tx: Tx, id: string, { points, ...signed }: Signed): Promise<void> {
  await tx
    .updateTable('performanceExpertSheet')
    .set({ ...signed, points: [...points] })
    .where('id', '=', id)
    .execute()
}

/** These sheets are part of an evaluation from now on. */
export async function saveUse(tx: Tx, ids: readonly string[], usedIn: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('performanceExpertSheet')
    .set({ usedIn })
    .where('id', 'in', [...ids])
    .execute()
}

/** Held so that it is signed once; undefined when it is not the person's own. */
export async function lockOwnSheet(tx: Tx, actor: Actor, id: string) {
  const query = tx.selectFrom('performanceExpertSheet').select('id').where('id', '=', id).forUpdate()
  return (await query.executeTakeFirst()) && findOwnSheet(tx, actor, id)
}

export async function findOwnSheet(reader: Reader, actor: Actor, id: string) {
  const row = await ownSheets(reader, actor).where('sheet.id', '=', id).executeTakeFirst()
  return row && toSheet(row)
}

/** What waits for the person first, then the newest. */
export async function listOwnSheets(reader: Reader, actor: Actor) {
  const rows = await ownSheets(reader, actor)
    .orderBy(sql`sheet.signed_at is not null`)
    .orderBy('sheet.askedAt', 'desc')
    .orderBy('sheet.id')
    .execute()
  return rows.map(toSheet)
}

type OwnRow = Awaited<ReturnType<ReturnType<typeof ownSheets>['execute']>>[number]

function toSheet({ id, content, ...row }: OwnRow) {
  return { ...row, id: ExpertSheetId.parse(id), content: FormContentSchema.parse(content) }
}

/** Whoever was asked reads this one form; no unit opens it and no other record of the project. */
function ownSheets(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('performanceExpertSheet as sheet')
    .innerJoin('performanceForm as form', 'form.id', 'sheet.formId')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'project.unitId')
    .select(['sheet.id', 'sheet.formId', 'sheet.points', 'sheet.remark', 'form.year', 'form.content'])
    .select(['project.name as project', 'unit.name as unit', 'sheet.askedBy'])
    .select(instantText('sheet.signedAt').$castTo<string | null>().as('signedAt'))
    .where('sheet.personId', '=', actor.personId)
}
