import { beforeEach, describe, expect, test } from 'vitest'
import { DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { type Answer, type Colleague, fileForm } from '#testing/test-office'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau()
})

const path = (rest = '') => `/projects/${bureau.form.projectId}/money${rest}`
const ENTRY = {
  year: 2021,
  kind: 'initial',
  source: 'own',
  amount: '1200000',
  decidedOn: '2021-01-15',
  documentId: null,
}
const record = (changes: object = {}, who = bureau.contact) =>
  who.ask('POST', path(), { body: { ...ENTRY, ...changes } })
const money = (who = bureau.contact) => who.ask('GET', path('?year=2021')).then(({ body }) => body)

const LIST = [
  '凭证号,支付日期,预算项目,支付金额(万元),收款人,摘要',
  `Z-001,2021-03-05,${DECLARATION.project},12,某公司,首付款`,
  `Z-002,2021-07-09,${DECLARATION.project},8.5,某公司,进度款`,
  `Z-002,2021-07-09,${DECLARATION.project},8.5,某公司,进度款`,
  'Z-003,2021-07-10,没有这个项目,1,某公司,',
  `Z-004,七月,${DECLARATION.project},1,某公司,`,
  '合计,,,30,,',
].join('\n')

async function bring(who: Colleague, text = LIST): Promise<string> {
  const { body } = await who.ask('POST', '/documents', {
    body: fileForm('支付明细.csv', new TextEncoder().encode(text)),
  })
  return body.id
}

async function take(who: Colleague, text = LIST): Promise<Answer> {
  const documentId = await bring(who, text)
  const { body } = await who.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
  return who.ask('POST', '/performance/payment-lists', { body: { documentId, mapping: body.mapping, projectId: null } })
}

describe('what was granted', () => {
  test('the budget of the year is what was granted first and every adjustment since', async () => {
    await record()
    await record({ source: 'upper', amount: '400000' })
    await record({ kind: 'adjustment', amount: '-100000', reason: '年中压减' })
    await record({ kind: 'appropriation', amount: '600000', decidedOn: '2021-03-01' })
    expect(await money()).toMatchObject({
      initial: '1600000',
      fullYear: '1500000',
      appropriated: '600000',
      executed: '0',
      rate: '0.00',
      bySource: [
        { source: 'upper', fullYear: '400000', appropriated: '0' },
        { source: 'own', fullYear: '1100000', appropriated: '600000' },
      ],
    })
  })

  test('without a budget there is no rate and no division', async () => {
    expect(await money()).toMatchObject({ initial: null, fullYear: null, rate: null, entries: [] })
  })

  test.each([
    ['an adjustment without a reason', { kind: 'adjustment', amount: '5' }, 422, 'reason-missing'],
    ['something taken back without a reason', { amount: '-5' }, 422, 'reason-missing'],
    ['an amount nobody can read', { amount: '五万' }, 422, 'input-invalid'],
    ['a file nobody brought', { documentId: '01900000-0000-7000-8000-00000000abcd' }, 404, 'not-found'],
  ])('refuses %s', async (_title, changes, status, code) => {
    expect(await record(changes)).toMatchObject({ status, body: { code } })
    expect((await money()).entries).toEqual([])
  })
})

describe('a payment list', () => {
  test('is read, shown and taken; what cannot be taken is named by its line', async () => {
    const documentId = await bring(bureau.contact)
    const reading = await bureau.contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
    expect(reading.body).toMatchObject({ rows: 4, mapping: { amount: '支付金额(万元)', moneyUnit: '万元' } })
    const { body } = await take(bureau.contact)
    expect(body).toMatchObject({ taken: 3, repeated: 0 })
    expect(body.refused.map(({ line, code }: { line: number; code: string }) => `${line} ${code}`)).toEqual([
      '5 project-unknown',
      '6 date-unreadable',
    ])
    await record()
    expect(await money()).toMatchObject({ executed: '290000', rate: '24.17', payments: 3 })
    expect((await money()).byMonth.slice(0, 8)).toEqual(['0', '0', '120000', '0', '0', '0', '170000', '0'])
  })

  test('comes back with the fault of each line that was not taken, and is taken once they are corrected', async () => {
    const documentId = await bring(bureau.contact)
    const { body: reading } = await bureau.contact.ask('POST', '/performance/payment-lists/readings', {
      body: { documentId },
    })
    const body = { documentId, mapping: reading.mapping, projectId: null }
    const { bytes } = await bureau.contact.ask('POST', '/performance/payment-lists/annotations', { body })
    const file = fileForm('待更正.xlsx', new Uint8Array(bytes))
    const { body: returned } = await bureau.contact.ask('POST', '/documents', { body: file })
    const again = await bureau.contact.ask('POST', '/performance/payment-lists/readings', {
      body: { documentId: returned.id },
    })
    expect(again.body).toMatchObject({ headings: [...reading.headings, '问题'], mapping: reading.mapping, rows: 1 })
    expect(again.body.refused).toMatchObject([{ code: 'date-unreadable', text: '七月' }])
  })

  test('brought twice, or in a longer list, is taken once', async () => {
    await take(bureau.contact)
    const again = await take(bureau.contact, `${LIST}\nZ-009,2021-09-01,${DECLARATION.project},1,某公司,尾款`)
    expect(again.body).toMatchObject({ taken: 1, repeated: 3 })
    expect(await money()).toMatchObject({ executed: '300000', payments: 4 })
  })

  test('headed in the unit’s own words is remembered for the next time', async () => {
    const list = (amount: string) => `入账日,支出事项,本币\n2021-05-0${amount},${DECLARATION.project},${amount}`
    const documentId = await bring(bureau.contact, list('1'))
    const asking = {
      documentId,
      mapping: {
        project: '支出事项',
        paidOn: '入账日',
        amount: '本币',
        voucher: null,
        payee: null,
        purpose: null,
        moneyUnit: '元',
      },
      projectId: null,
    }
    expect((await bureau.contact.ask('POST', '/performance/payment-lists', { body: asking })).body.taken).toBe(1)
    expect((await take(bureau.contact, list('2'))).body.taken).toBe(1)
  })

  test('without a column for the project is of the project named', async () => {
    const documentId = await bring(bureau.contact, '日期,金额,用途\n2021-04-01,1000.50,耗材')
    const { body: reading } = await bureau.contact.ask('POST', '/performance/payment-lists/readings', {
      body: { documentId },
    })
    const asking = { documentId, mapping: reading.mapping, projectId: bureau.form.projectId }
    expect((await bureau.contact.ask('POST', '/performance/payment-lists', { body: asking })).body.taken).toBe(1)
    const { body } = await bureau.contact.ask('GET', `/projects/${bureau.form.projectId}/payments?year=2021`)
    expect(body.payments).toMatchObject([{ paidOn: '2021-04-01', amount: '1000.50', purpose: '耗材', line: 2 }])
  })

  test('whose headings nobody knows is shown to be mapped by a person, and not taken before', async () => {
    const documentId = await bring(bureau.contact, '姓名,部门\n甲,乙')
    const reading = await bureau.contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
    expect(reading.body).toMatchObject({ headings: ['姓名', '部门'], mapping: { paidOn: null, amount: null }, rows: 0 })
    const asking = { documentId, mapping: reading.body.mapping, projectId: bureau.form.projectId }
    const refused = await bureau.contact.ask('POST', '/performance/payment-lists', { body: asking })
    expect(refused).toMatchObject({ status: 422, body: { code: 'payment-list-unreadable' } })
  })
})

test('a stranger finds neither money nor project; an auditor reads and records nothing', async () => {
  const { office, contact } = bureau
  const stranger = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  const auditor = await office.addPerson('fangyi', { unitId: contact.unitId, roles: ['auditor'] })
  expect((await stranger.ask('GET', path('?year=2021'))).status).toBe(404)
  expect((await record({}, stranger)).status).toBe(404)
  expect((await take(stranger)).body).toMatchObject({ taken: 0, repeated: 0 })
  expect((await auditor.ask('GET', path('?year=2021'))).status).toBe(200)
  expect((await record({}, auditor)).status).toBe(403)
})
