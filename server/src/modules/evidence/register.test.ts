import { decimal } from '@shiji/kernel/decimal'
import { beforeEach, expect, test } from 'vitest'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'

const INCIDENTS = {
  ...(DECLARATION.indicators[0] as (typeof DECLARATION.indicators)[number]),
  level3: '网络边界事故数',
  target: '≤1次',
  weight: decimal('6'),
}

let bureau: TestBureau
beforeEach(async () => {
  bureau = await makeBureau({ indicators: [INCIDENTS, ...DECLARATION.indicators] }, '2021-03-10T01:00:00Z')
  await approve(bureau)
  await bureau.contact.ask('POST', `/declarations/${bureau.form.id}/evidence/bindings`, { body: {} })
})

const review = (month: number, who = bureau.contact) =>
  who.ask('POST', '/registers/desk.incidents/reviews', {
    body: { unitId: bureau.contact.unitId, year: 2021, month, note: '' },
  })
const row = async () => (await bureau.contact.ask('GET', '/evidence/board?year=2021')).body.declarations[0].rows[0]

test('no incident is no data until somebody has looked the register through for every month that is over', async () => {
  expect(await row()).toMatchObject({ measure: { key: 'desk.incident-count' }, reading: { value: null, counted: 0 } })
  expect((await row()).reading.note).toContain('不能算作零')
  await review(1)
  expect((await row()).reading.value).toBeNull()
  await review(2)
  expect(await row()).toMatchObject({ light: 'fine', headroom: '本期还可发生 1 次', reading: { value: '0' } })
})

test('a month is reviewed once, when it is over, by those who keep the evidence', async () => {
  expect((await review(1)).body).toMatchObject({ missing: [2], reviews: [{ month: 1 }] })
  expect((await review(1)).body.code).toBe('register-reviewed')
  expect((await review(3)).body.code).toBe('month-ahead')
  expect((await review(2, bureau.reviewer)).status).toBe(403)
})

test('a register nobody keeps and a unit nobody sees are not found', async () => {
  const { unitId } = bureau.contact
  const unknown = { body: { unitId, year: 2021, month: 1, note: '' } }
  expect((await bureau.contact.ask('POST', '/registers/desk.nothing/reviews', unknown)).status).toBe(404)
  const above = `/registers/desk.incidents?unitId=${bureau.office.districtId}&year=2021`
  expect((await bureau.contact.ask('GET', above)).status).toBe(404)
})
