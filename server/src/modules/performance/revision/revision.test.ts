import { beforeEach, describe, expect, test } from 'vitest'
import { approve, makeBureau, type TestBureau } from '#testing/test-declarations'
import { type Colleague, fileForm } from '#testing/test-office'

let bureau: TestBureau
let proof: string

beforeEach(() => openOn('2021-05-18T02:00:00Z'))

async function openOn(now: string): Promise<void> {
  bureau = await makeBureau({}, now)
  await approve(bureau)
  const { body } = await bureau.contact.ask('POST', '/documents', {
    body: fileForm('改建通知.pdf', new TextEncoder().encode('%PDF 改建')),
  })
  proof = body.id
}

const ROOMS = {
  indicator: '产出指标-数量指标-检修教室数',
  originalTarget: '≥600间',
  revisedTarget: '≥540间',
  explanation: '两所学校整体改建，教室停用',
}
const asked = (changes: object = {}) => ({ rows: [{ ...ROOMS, documentIds: [proof], ...changes }] })
const file = (who: Colleague, body: object = asked()) => bureau.ask(who, 'revisions', body)
const decide = (who: Colleague, id: string, body: object) => who.ask('POST', `/revisions/${id}/decisions`, { body })
const gate = () => bureau.contact.ask('GET', `/declarations/${bureau.form.id}/revision-gate`).then(({ body }) => body)

test('a revision is filed, reviewed and approved: a next version is frozen beside the first', async () => {
  const { contact, reviewer, form } = bureau
  const { body: filed } = await file(contact)
  expect(filed).toMatchObject({
    number: 1,
    state: 'submitted',
    gate: { open: true, progress: '37.81', of: { done: '138', whole: '365' } },
  })
  expect(filed.differences).toEqual([{ where: expect.stringMatching(/target$/), was: '≥600间', now: '≥540间' }])
  await decide(reviewer, filed.id, { decision: 'review', desk: '主管部门', opinion: '情况属实' })
  const { body: approved } = await decide(reviewer, filed.id, { decision: 'approve', desk: '区财政局预算科' })
  expect(approved.state).toBe('approved')

  const { body: life } = await contact.ask('GET', `/declarations/${form.id}/life`)
  expect(life).toMatchObject({
    state: 'revised',
    approvals: [
      { number: 1, version: 1 },
      { number: 2, version: 2 },
    ],
  })
  const { body: now } = await contact.ask('GET', `/forms/${form.id}`)
  const { body: before } = await contact.ask('GET', `/forms/${form.id}?version=1`)
  const rooms = ({ content }: { content: typeof form.content }) =>
    content.indicators.find(({ level3 }) => level3 === '检修教室数')?.target
  expect([rooms(before), rooms(now)]).toEqual(['≥600间', '≥540间'])
})

describe('the gate (rules.md §3.4, A)', () => {
  test('is open on the last day before 50 % and says which day that is', async () => {
    await openOn('2021-07-01T15:00:00Z')
    expect(await gate()).toMatchObject({ open: true, progress: '49.86', lastDay: '2021-07-01' })
  })

  test('at 50.14 % a revision is refused with the reason and what remains', async () => {
    await openOn('2021-07-01T16:00:00Z')
    expect(await gate()).toMatchObject({ open: false, reason: 'past-limit', progress: '50.14' })
    const refused = await file(bureau.contact)
    expect(refused).toMatchObject({ status: 409, body: { code: 'revision-closed' } })
    expect(refused.body.detail).toContain('项目进度 50.14%')
    expect(refused.body.detail).toContain('预算调整')
  })

  test('a second revision is refused with the reason', async () => {
    const { body: first } = await file(bureau.contact)
    await decide(bureau.reviewer, first.id, { decision: 'approve' })
    const second = await file(bureau.contact, asked({ originalTarget: '≥540间', revisedTarget: '≥500间' }))
    expect(second).toMatchObject({ status: 409, body: { code: 'revision-closed' } })
    expect(second.body.detail).toContain('只允许修订 1 次')
  })

  test('while one is under review there is no other; a rejected one does not count', async () => {
    const { body: first } = await file(bureau.contact)
    expect((await file(bureau.contact)).body.code).toBe('revision-closed')
    await decide(bureau.reviewer, first.id, { decision: 'reject', opinion: '依据不足' })
    expect(await file(bureau.contact)).toMatchObject({ status: 200, body: { number: 2 } })
  })

  test('a budget decision with its file opens it again', async () => {
    await openOn('2021-09-01T01:00:00Z')
    const budgetDecision = { reference: '青财预〔2021〕18号', documentId: proof }
    expect(await file(bureau.contact, { ...asked(), budgetDecision })).toMatchObject({
      status: 200,
      body: { gate: { open: false, reason: 'past-limit' }, asked: { budgetDecision } },
    })
  })
})

describe('refuses', () => {
  test.each([
    ['a row without proof', { documentIds: [] }],
    ['a row nobody declared', { indicator: '产出指标-数量指标-无此指标' }],
    ['another original value', { originalTarget: '≥650间' }],
    ['a row without a reason', { explanation: ' ' }],
  ])('%s, and says the same when asked before', async (_title, changes) => {
    const refused = await file(bureau.contact, asked(changes))
    expect(refused).toMatchObject({ status: 422, body: { code: 'revision-wrong' } })
    const { body } = await bureau.ask(bureau.contact, 'revision-checks', asked(changes))
    expect(refused.body.detail).toContain(body.problems[0].message)
  })

  test('proof of another unit', async () => {
    const unitId = await bureau.office.addUnit('第一小学')
    const other = await bureau.office.addPerson('jiang', { unitId, roles: ['project-contact'] })
    const { body } = await other.ask('POST', '/documents', {
      body: fileForm('别处.pdf', new TextEncoder().encode('%PDF')),
    })
    expect((await file(bureau.contact, asked({ documentIds: [body.id] }))).status).toBe(404)
    expect((await file(other)).status).toBe(404)
  })

  test('a declaration that is not approved', async () => {
    const draft = await makeBureau()
    const refused = await draft.ask(draft.contact, 'revisions', { rows: [{ ...ROOMS, documentIds: [] }] })
    expect(refused).toMatchObject({ status: 409, body: { code: 'deed-impossible' } })
  })

  test('a reviewer who filed it, and a decision twice', async () => {
    const { office, contact, reviewer } = bureau
    const both = await office.addPerson('tanyi', {
      unitId: contact.unitId,
      roles: ['project-contact', 'finance-reviewer'],
    })
    const { body } = await file(both)
    expect((await decide(both, body.id, { decision: 'approve' })).body.code).toBe('own-work')
    await decide(reviewer, body.id, { decision: 'approve' })
    expect((await decide(reviewer, body.id, { decision: 'approve' })).body.code).toBe('deed-impossible')
  })
})

test('the revised version is the work of who filed it, and its reviewer may go on reviewing', async () => {
  const { contact, reviewer, form } = bureau
  const { body: filed } = await file(contact)
  await decide(reviewer, filed.id, { decision: 'approve' })
  const { body: versions } = await contact.ask('GET', `/forms/${form.id}/versions`)
  expect(versions.map(({ savedBy }: { savedBy: string }) => savedBy)).toEqual(['测试linxia', '测试linxia'])
  const notice = { origin: 'monitoring', remedy: 'remind', demand: '请按月填报' }
  expect((await bureau.ask(reviewer, 'rectifications', notice)).status).toBe(200)
})

test('a returned revision is corrected and filed again under its number', async () => {
  const { contact, reviewer } = bureau
  const { body: filed } = await file(contact)
  await decide(reviewer, filed.id, { decision: 'return', opinion: '请附改建批文' })
  const again = await contact.ask('POST', `/revisions/${filed.id}/submissions`, {
    body: asked({ revisedTarget: '≥560间' }),
  })
  expect(again.body).toMatchObject({ number: 1, state: 'submitted', asked: { rows: [{ revisedTarget: '≥560间' }] } })
  expect(again.body.steps.map(({ deed }: { deed: string }) => deed)).toEqual(['file', 'return', 'refile'])
})

test.each([
  ['html', '<!do'],
  ['docx', 'PK'],
  ['xlsx', 'PK'],
  ['pdf', '%PDF'],
])('修订表 leaves as %s', async (format, magic) => {
  const { body: filed } = await file(bureau.contact)
  await decide(bureau.reviewer, filed.id, { decision: 'review', desk: '主管部门', opinion: '情况属实' })
  const printed = await bureau.contact.ask('GET', `/revisions/${filed.id}/print/${format}`)
  expect(new TextDecoder().decode(printed.bytes.slice(0, magic.length))).toBe(magic)
  if (format === 'html')
    for (const text of ['≥540间', '情况属实', '测试xuwang', '2021年5月18日']) expect(printed.body).toContain(text)
})
