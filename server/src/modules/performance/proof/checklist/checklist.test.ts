import { randomUUID } from 'node:crypto'
import { decimal } from '@shiji/kernel/decimal'
import { beforeEach, expect, test } from 'vitest'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { fileForm } from '#testing/test-office'

const ROW = {
  ...(DECLARATION.indicators[0] as (typeof DECLARATION.indicators)[number]),
  level3: '财务管理制度健全性',
  target: '健全',
  weight: decimal('6'),
}

let bureau: TestBureau
beforeEach(async () => {
  bureau = await makeBureau({ indicators: [ROW, ...DECLARATION.indicators] }, '2021-08-03T01:00:00Z')
  await approve(bureau)
  await bureau.contact.ask('POST', `/declarations/${bureau.form.id}/evidence/bindings`, { body: {} })
})

const path = (more = '') => `/declarations/${bureau.form.id}/evidence/0/checklist${more}`
const post = (more = '', body: object = {}, who = bureau.contact) => who.ask('POST', path(more), { body })
const reading = async () =>
  (await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/evidence/0`)).body.row.reading

async function bringFile(name = '财务管理制度.txt') {
  const { body } = await bureau.contact.ask('POST', '/documents', {
    body: fileForm(name, new TextEncoder().encode(name)),
  })
  return { kind: 'file', documentId: body.id }
}

test('a state in words is bound to the list of what it asks for, and without the list there is no data', async () => {
  const { body } = await bureau.contact.ask('GET', path())
  expect(body).toMatchObject({ list: 'finance-rules', name: '财务管理制度', laid: false, items: [] })
  expect(body.pattern).toHaveLength(3)
  expect(await reading()).toMatchObject({ value: null, counted: 0 })
})

test('an item is ticked by a file in force; what has run out, or was taken back with a reason, proves no more', async () => {
  const { body: laid } = await post()
  expect((await post()).body.items).toHaveLength(3)
  expect(await reading()).toMatchObject({ value: '0.00', counted: 3 })
  const [first, second] = laid.items
  const what = await bringFile()
  await post(`/items/${first.id}/proofs`, { what, validUntil: '2021-12-31', note: '2021 年修订' })
  await post(`/items/${second.id}/proofs`, { what, validUntil: '2021-06-30' })
  expect(await reading()).toMatchObject({ numerator: '1', denominator: '3', value: '33.33', strengths: { B: 2, C: 1 } })

  const { body: list } = await bureau.contact.ask('GET', path())
  expect(list.items.map(({ fulfilled }: { fulfilled: boolean }) => fulfilled)).toEqual([true, false, false])
  const because = '文件已废止'
  const { body: after } = await post(`/proofs/${list.items[0].proofs[0].id}/withdrawal`, { because })
  expect(after.items[0].proofs[0]).toMatchObject({ inForce: false, withdrawn: { because } })
  expect(await reading()).toMatchObject({ value: '0.00' })
})

test('an item proved by a document of the institution counts while that is in force, and when it was', async () => {
  const { body: laid } = await post()
  const { documentId } = await bringFile()
  const id = randomUUID()
  const days = { validFrom: '2020-01-01', validUntil: '2021-12-31', nextReviewOn: null }
  const rule = { id, kind: 'rule', name: '财务管理制度', number: '', documentId, ...days }
  expect((await bureau.contact.ask('POST', '/regulations', { body: rule })).body.state).toBe('in-force')
  await post(`/items/${laid.items[0].id}/proofs`, { what: { kind: 'regulation', regulationId: id } })
  expect(await reading()).toMatchObject({ value: '33.33' })
  const repeal = { on: '2021-08-01', because: '机构调整' }
  expect((await bureau.contact.ask('POST', `/regulations/${id}/repeal`, { body: repeal })).body.state).toBe('repealed')
  expect(await reading()).toMatchObject({ value: '0.00' })
  expect((await bureau.contact.ask('GET', path())).body.items[0].fulfilled).toBe(false)
})

test('what does not apply is left out with its reason, and more can be asked for', async () => {
  const { body: laid } = await post()
  await post(`/items/${laid.items[2].id}/drop`, { because: '本单位不单独管理支付' })
  const { body: more } = await post('/items', { name: '内部控制手册' })
  expect(more.items).toHaveLength(4)
  const record = { what: await bringFile() }
  expect((await post(`/items/${laid.items[2].id}/proofs`, record)).body.code).toBe('checklist-item-dropped')
  expect(await reading()).toMatchObject({ counted: 3, exclusions: [{ reason: '不适用', count: 1 }] })
})

test('an item is ticked by a record of another module, which proves as strongly as it does there', async () => {
  const { body: laid } = await post()
  const entry = { year: 2021, kind: 'initial', source: 'own', amount: '100', decidedOn: '2021-01-15', reason: '' }
  const money = { ...entry, kind: 'appropriation' }
  const record = (body: object) => bureau.contact.ask('POST', `/projects/${bureau.form.projectId}/money`, { body })
  await record({ ...entry, documentId: null })
  await record({ ...money, documentId: null })
  const measure = 'performance.funds-in-place'
  const { body: records } = await bureau.contact.ask('GET', path(`/records?measure=${measure}`))
  expect(records).toHaveLength(2)
  const what = { kind: 'record', measure, recordId: records[0].id }
  const { body } = await post(`/items/${laid.items[0].id}/proofs`, { what })
  expect(body.items[0]).toMatchObject({
    fulfilled: true,
    proofs: [{ kind: '预算与拨款', strength: records[0].strength }],
  })
  const nothing = { what: { ...what, recordId: 'nothing' } }
  expect((await post(`/items/${laid.items[1].id}/proofs`, nothing)).status).toBe(404)
})

test('a reviewer reads the list and ticks nothing; a row proved by something else has no list', async () => {
  expect((await bureau.reviewer.ask('GET', path())).status).toBe(200)
  expect((await post('', {}, bureau.reviewer)).status).toBe(403)
  expect((await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/evidence/1/checklist`)).status).toBe(404)
})
