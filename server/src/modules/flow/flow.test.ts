import { beforeEach, describe, expect, test } from 'vitest'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import { editForm } from '#testing/test-forms'
import type { Answer, Colleague } from '#testing/test-office'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau()
})

const waiting = async (who: Colleague) => (await who.ask('GET', '/tasks?box=waiting')).body.rows
const send = ({ contact, form, ask }: TestBureau, version = form.version) => ask(contact, 'reviews', { version })

/** Does what the first open task of the person asks for. */
async function act(who: Colleague, act: object): Promise<Answer> {
  const [row] = await waiting(who)
  return who.ask('POST', `/cases/${row.caseId}/acts`, { body: { act: { task: row.task, ...act } } })
}

const lifeOf = async ({ contact, form }: TestBureau) => (await contact.ask('GET', `/declarations/${form.id}/life`)).body

describe('a declaration on its way through the desks', () => {
  test('waits at the first desk, shows who is asked next, and is frozen when the last desk agrees', async () => {
    const sent = await send(bureau)
    expect(sent).toMatchObject({ status: 200, body: { state: 'submitted' } })
    let [row] = await waiting(bureau.reviewer)
    expect(row).toMatchObject({ subjectKind: 'declaration', subjectId: bureau.form.id, starter: '测试linxia' })
    const seen = (await bureau.reviewer.ask('GET', `/cases/${row.caseId}`)).body
    expect(seen.nodes.filter(({ state }: { state: string }) => state === 'current')).toHaveLength(1)
    expect(seen.verbs.map(({ verb }: { verb: string }) => verb)).toEqual(expect.arrayContaining(['agree', 'return']))

    let steps = 0
    for (; row !== undefined && steps < 10; steps += 1) {
      expect(await act(bureau.reviewer, { verb: 'agree', opinion: '同意' })).toMatchObject({ status: 200 })
      ;[row] = await waiting(bureau.reviewer)
    }
    const life = await lifeOf(bureau)
    expect(life).toMatchObject({ state: 'approved', approvals: [{ number: 1, version: bureau.form.version }] })
    expect(life.steps).toHaveLength(steps + 1)
    const started = (await bureau.contact.ask('GET', '/tasks?box=started')).body.rows
    expect(started).toMatchObject([{ state: 'approved' }])
    expect((await bureau.reviewer.ask('GET', '/tasks?box=done')).body.rows).toHaveLength(steps)
  })

  test('goes back with a reason, is corrected, handed in again, and comes to the same desk', async () => {
    await send(bureau)
    const silent = await act(bureau.reviewer, { verb: 'return', to: { kind: 'starter' } })
    expect(silent).toMatchObject({ status: 409, body: { code: 'flow-refused' } })
    expect(silent.body.detail).toContain('请写明理由')
    await act(bureau.reviewer, { verb: 'return', to: { kind: 'starter' }, opinion: '成本指标要细化' })
    expect((await lifeOf(bureau)).state).toBe('returned')

    const was = bureau.form.content.indicators[0]?.target ?? ''
    const edit = { where: 'indicators[0].target', was, now: '≥640间' }
    expect(await editForm(bureau.contact, bureau.form, [edit])).toMatchObject({ status: 200 })
    expect(await act(bureau.contact, { verb: 'submit' })).toMatchObject({ status: 200 })
    expect((await lifeOf(bureau)).state).toBe('submitted')
    expect(await waiting(bureau.reviewer)).toHaveLength(1)
  })

  test('is taken back before the desk opened it, and not afterwards', async () => {
    await send(bureau)
    const { id } = (await bureau.contact.ask('GET', `/cases/of/declaration/${bureau.form.id}`)).body
    const take = () => bureau.contact.ask('POST', `/cases/${id}/acts`, { body: { act: { verb: 'withdraw', task: 1 } } })
    expect(await take()).toMatchObject({ status: 200 })
    expect((await lifeOf(bureau)).state).toBe('draft')
    await act(bureau.contact, { verb: 'submit' })
    await act(bureau.reviewer, { verb: 'open' })
    expect(await take()).toMatchObject({ status: 409, body: { code: 'flow-refused' } })
  })

  test('a click sent twice decides once, and the second is told who did it', async () => {
    await send(bureau)
    const [row] = await waiting(bureau.reviewer)
    const body = { act: { verb: 'agree', task: row.task } }
    await bureau.reviewer.ask('POST', `/cases/${row.caseId}/acts`, { body })
    const again = await bureau.reviewer.ask('POST', `/cases/${row.caseId}/acts`, { body })
    expect(again).toMatchObject({ status: 409, body: { code: 'flow-refused' } })
    expect(again.body.detail).toContain('测试xuwang')
  })
})

describe('who may', () => {
  test('the desk of another unit sees what came to it, and nothing before', async () => {
    const { office, form } = bureau
    const unitId = await office.addUnit('财政局')
    const accountant = await office.addPerson('tanyi', { unitId, roles: ['finance-reviewer'] })
    await send(bureau)
    expect((await accountant.ask('GET', `/forms/${form.id}`)).status).toBe(404)
    expect(await act(bureau.reviewer, { verb: 'transfer', person: accountant.personId })).toMatchObject({ status: 200 })
    expect((await accountant.ask('GET', `/forms/${form.id}`)).status).toBe(200)
    expect(await act(accountant, { verb: 'agree' })).toMatchObject({ status: 200 })
  })

  test('nobody acts for another, and a stranger does not find the case', async () => {
    const { office, contact } = bureau
    await send(bureau)
    const [row] = await waiting(bureau.reviewer)
    const body = { act: { verb: 'agree', task: row.task } }
    expect(await contact.ask('POST', `/cases/${row.caseId}/acts`, { body })).toMatchObject({ status: 409 })
    const stranger = await office.addPerson('jiang', { unitId: await office.addUnit('第一小学'), roles: ['staff'] })
    expect((await stranger.ask('GET', `/cases/${row.caseId}`)).status).toBe(404)
    expect((await stranger.ask('POST', `/cases/${row.caseId}/acts`, { body })).status).toBe(404)
  })

  test('a form on its way is not decided beside the flow', async () => {
    await send(bureau)
    const beside = await bureau.ask(bureau.reviewer, 'decisions', { version: 1, decision: 'approve' })
    expect(beside).toMatchObject({ status: 409, body: { code: 'already-on-its-way' } })
    expect(await send(bureau)).toMatchObject({ status: 409 })
  })
})

test('who gave a case to be read sees on its row how many have not', async () => {
  const { office, contact, reviewer, form } = bureau
  await send(bureau)
  const [row] = await waiting(reviewer)
  const readers = [
    await office.addPerson('tanyi', { unitId: contact.unitId, roles: ['staff'] }),
    await office.addPerson('heyun', { unitId: contact.unitId, roles: ['staff'] }),
  ]
  const people = readers.map(({ personId }) => personId)
  await reviewer.ask('POST', `/cases/${row.caseId}/acts`, { body: { act: { verb: 'circulate', people } } })
  const unread = async () => (await contact.ask('GET', '/tasks?box=started')).body.rows[0].unread
  expect([form.id, await unread()]).toEqual([row.subjectId, 2])
  const [first] = readers
  const [given] = (await first?.ask('GET', '/tasks?box=reading'))?.body.rows ?? []
  const body = { act: { verb: 'read', task: given.task } }
  await first?.ask('POST', `/cases/${row.caseId}/acts`, { body })
  expect(await unread()).toBe(1)
})
