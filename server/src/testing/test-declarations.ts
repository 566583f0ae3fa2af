import type { FormContent } from '@shiji/kernel/form/form-content'
import { exampleOf } from './test-forms.ts'
import { type Answer, type Colleague, makeOffice, type TestOffice } from './test-office.ts'
import { makeWorld, type TestWorld } from './test-world.ts'

/** An office with a declaration of 东湖区, the contact who fills it in and a reviewer of the finance bureau. */
export type TestBureau = {
  readonly world: TestWorld
  readonly office: TestOffice
  readonly contact: Colleague
  readonly reviewer: Colleague
  readonly form: {
    readonly id: string
    readonly projectId: string
    readonly version: number
    readonly content: FormContent
  }
  /** POST below the declaration. */
  readonly ask: (who: Colleague, path: string, body?: object) => Promise<Answer>
}

/** A declaration as the check lets it through. */
export const DECLARATION: FormContent = exampleOf('CN-JX-NANCHANG-DONGHU-DECLARATION')

/** Sessions end overnight, so a test has one day: `now`. */
export async function makeBureau(
  changes: Partial<FormContent> = {},
  now = '2021-01-04T01:00:00Z',
): Promise<TestBureau> {
  const today = Temporal.Instant.from(now)
  const world = await makeWorld()
  const office = await makeOffice(world, { now: () => today })
  const contact = await office.addPerson('linxia', {
    unitId: await office.addUnit('教育信息中心'),
    roles: ['project-contact'],
  })
  const reviewer = await office.addPerson('xuwang', { unitId: office.districtId, roles: ['finance-reviewer'] })
  const body = { content: { ...DECLARATION, ...changes }, documentId: null }
  const { body: form } = await contact.ask('POST', '/forms', { body })
  return {
    world,
    office,
    contact,
    reviewer,
    form,
    ask: (who, path, body = {}) => who.ask('POST', `/declarations/${form.id}/${path}`, { body }),
  }
}

/** Handed in and approved. */
export async function approve({ contact, reviewer, form, ask }: TestBureau): Promise<Answer> {
  await ask(contact, 'submissions', { version: form.version })
  return ask(reviewer, 'decisions', { version: form.version, decision: 'approve' })
}
