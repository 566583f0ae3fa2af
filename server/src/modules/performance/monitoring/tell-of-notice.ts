import type { FormId } from '@shiji/contract/performance'
import type { NewMessage } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tellPeople } from '../tell-people.ts'

type Told = {
  readonly formId: FormId
  readonly project: string
  readonly code: Extract<NewMessage['code'], `rectification-${string}`>
  readonly due: string
  readonly opinion: string
}

/** Those who answer for the promise hear of a notice: whoever handed the declaration in, and the leaders of the unit. */
export async function tellUnit(tx: Tx, context: Context, told: Told): Promise<void> {
  const handedIn = await tx
    .selectFrom('performanceLifeStep')
    .select('personId')
    .where('formId', '=', told.formId)
    .where('deed', '=', 'submit')
    .execute()
  const leaders = await tx
    .selectFrom('performanceForm as form')
    .innerJoin('performanceProject as project', 'project.id', 'form.projectId')
    .innerJoin('directoryPerson as person', 'person.unitId', 'project.unitId')
    .innerJoin('directoryRole as role', 'role.personId', 'person.id')
    .select('person.id as personId')
    .where('form.id', '=', told.formId)
    .where('role.role', '=', 'project-leader')
    .execute()
  await tellOf(tx, context, { ...told, people: [...handedIn, ...leaders].map(({ personId }) => personId) })
}

/** A message about a notice leads to the page on which it is answered. */
export async function tellOf(
  tx: Tx,
  context: Context,
  { people, formId, project: subject, code, due, opinion }: Told & { readonly people: readonly string[] },
): Promise<void> {
  const about = { subjectKind: 'monitoring', subjectId: formId }
  await tellPeople(tx, context, { ...about, people, code, parameters: { subject, due, opinion } })
}
