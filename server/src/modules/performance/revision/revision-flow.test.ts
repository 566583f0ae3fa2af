import { beforeEach, expect, test } from 'vitest'
import { approve, makeBureau, type TestBureau } from '#testing/test-declarations'
import { type Answer, type Colleague, fileForm } from '#testing/test-office'

let bureau: TestBureau
let asked: { rows: object[] }

beforeEach(async () => {
  bureau = await makeBureau({}, '2021-05-18T02:00:00Z')
  await approve(bureau)
  const { body } = await bureau.contact.ask('POST', '/documents', {
    body: fileForm('改建通知.pdf', new TextEncoder().encode('%PDF 改建')),
  })
  asked = { rows: [rooms(body.id)] }
})

const rooms = (document: string, revisedTarget = '≥540间') => ({
  indicator: '产出指标-数量指标-检修教室数',
  originalTarget: '≥600间',
  revisedTarget,
  explanation: '两所学校整体改建',
  documentIds: [document],
})
const send = () => bureau.ask(bureau.contact, 'revision-reviews', asked)
const revision = async () => (await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/revisions`)).body.at(-1)
const stateOfLife = async () => (await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/life`)).body.state

/** Does what the first open task of the person asks for. */
async function act(who: Colleague, deed: object): Promise<Answer> {
  const [row] = (await who.ask('GET', '/tasks?box=waiting')).body.rows
  return who.ask('POST', `/cases/${row.caseId}/acts`, { body: { act: { task: row.task, ...deed } } })
}

test('a revision goes through the desks of its place, and the last of them freezes the revised version', async () => {
  expect(await send()).toMatchObject({ status: 200, body: { state: 'submitted', number: 1 } })
  let rounds = 0
  for (; (await revision()).state !== 'approved' && rounds < 10; rounds += 1) {
    expect(await act(bureau.reviewer, { verb: 'agree', opinion: '情况属实' })).toMatchObject({ status: 200 })
  }
  const { steps } = await revision()
  expect(steps.map(({ deed }: { deed: string }) => deed)).toEqual([
    'file',
    ...Array.from({ length: rounds - 1 }, () => 'review'),
    'approve',
  ])
  expect(await stateOfLife()).toBe('revised')
})

test('returned by a desk it is corrected and comes again under its number', async () => {
  await send()
  const back = { verb: 'return', to: { kind: 'starter' }, opinion: '请附学校名单' }
  expect(await act(bureau.reviewer, back)).toMatchObject({ status: 200 })
  const { id, state, asked: was } = await revision()
  expect(state).toBe('returned')
  const corrected = { rows: [rooms(was.rows[0].documentIds[0], '≥550间')] }
  await bureau.contact.ask('POST', `/revisions/${id}/submissions`, { body: corrected })
  expect(await act(bureau.contact, { verb: 'submit' })).toMatchObject({ status: 200 })
  expect(await revision()).toMatchObject({ number: 1, state: 'submitted', asked: corrected })
})

test('submitted again without a change it comes as it was', async () => {
  await send()
  await act(bureau.reviewer, { verb: 'return', to: { kind: 'starter' }, opinion: '请再核实' })
  await act(bureau.contact, { verb: 'submit' })
  expect(await revision()).toMatchObject({ state: 'submitted', asked })
})

test('taken back before a desk opened it, it waits to be corrected', async () => {
  await send()
  const { id } = (await bureau.contact.ask('GET', `/cases/of/revision/${bureau.form.id}`)).body
  await bureau.contact.ask('POST', `/cases/${id}/acts`, { body: { act: { verb: 'withdraw', task: 1 } } })
  expect(await revision()).toMatchObject({ state: 'returned', steps: [{ deed: 'file' }, { deed: 'withdraw' }] })
})

test('on its way it is not decided beside the flow, and not sent twice', async () => {
  const { body } = await send()
  const beside = await bureau.reviewer.ask('POST', `/revisions/${body.id}/decisions`, { body: { decision: 'approve' } })
  expect(beside).toMatchObject({ status: 409, body: { code: 'already-on-its-way' } })
  expect(await send()).toMatchObject({ status: 409, body: { code: 'revision-closed' } })
  expect(await stateOfLife()).toBe('approved')
})
