import { decimal } from '@shiji/kernel/decimal'
import { beforeEach, describe, expect, test } from 'vitest'
import { doNextJob } from '#platform/jobs/keep-working'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { change, editForm } from '#testing/test-forms'
import { fileForm } from '#testing/test-office'
import { makeWork } from '#testing/test-work'

const MONEY_ROW = {
  ...(DECLARATION.indicators[0] as (typeof DECLARATION.indicators)[number]),
  level3: '预算执行率',
  target: '≥95%',
  weight: decimal('6'),
}

let bureau: TestBureau
beforeEach(async () => {
  bureau = await makeBureau({ indicators: [MONEY_ROW, ...DECLARATION.indicators] }, '2021-08-03T01:00:00Z')
  await approve(bureau)
})

const get = (path: string, who = bureau.contact) => who.ask('GET', path)
const board = async () => (await get('/evidence/board?year=2021')).body.declarations[0].rows
const rowPath = (more = '') => `/declarations/${bureau.form.id}/evidence/0${more}`
const bind = (body: object = {}) =>
  bureau.contact.ask('PUT', rowPath('/binding'), {
    body: { measure: 'performance.execution-rate', reason: '支付台账为准', seen: 0, ...body },
  })

const grant = (amount: string, year = 2021) =>
  bureau.contact.ask('POST', `/projects/${bureau.form.projectId}/money`, {
    body: { year, kind: 'initial', source: 'own', amount, decidedOn: `${year}-01-15`, reason: '', documentId: null },
  })

async function pay(list: string) {
  const bytes = new TextEncoder().encode(list)
  const { body: document } = await bureau.contact.ask('POST', '/documents', { body: fileForm('支付.csv', bytes) })
  const documentId = document.id
  const { body } = await bureau.contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
  const asking = { documentId, mapping: body.mapping, projectId: bureau.form.projectId }
  return bureau.contact.ask('POST', '/performance/payment-lists', { body: asking })
}

async function workAt(now: string) {
  const work = makeWork(bureau.world, () => Temporal.Instant.from(now))
  while (await doNextJob(work));
}

const LIST = '支付日期,金额,摘要\n2021-03-05,120000,首付款\n2021-07-10,170000,进度款'

describe('a row of an approved declaration', () => {
  test('that nobody bound says so, and suggests what its words speak for', async () => {
    const [row, other] = await board()
    expect(row).toMatchObject({
      light: null,
      reading: null,
      suggestion: { key: 'performance.execution-rate', name: '预算执行率' },
    })
    expect(other).toMatchObject({ lightName: '未绑定' })
  })

  test('shows its figure, what it is made of, what is left and what to expect', async () => {
    await grant('1200000')
    await pay(LIST)
    const { body } = await bind()
    expect(body).toMatchObject({
      bound: { operator: 'ge', value: '95' },
      reading: { value: '24.17', numerator: '290000', denominator: '1200000', counted: 3, queryVersion: 2 },
      headroom: '需再支付 85.00 万元',
      forecastText: '样本不足（3 条，至少 12 条且满四周），不作预测。',
      light: 'watch',
    })
    expect(body.months.slice(0, 8)).toEqual(['0.00', '0.00', '10.00', '10.00', '10.00', '10.00', '24.17', '24.17'])
  })

  test('lists as many records as it counts', async () => {
    await grant('1200000')
    await pay(LIST)
    await bind()
    const { body } = await get(rowPath('/records?which=counted'))
    expect(body.records).toHaveLength(body.row.reading.counted)
    expect(body.records.map(({ title }: { title: string }) => title)).toEqual(['进度款', '首付款', '2021 年初预算'])
    expect((await get(rowPath('/records?which=against'))).body.records).toEqual([])
  })

  test('stays right from daily sums when records come late', async () => {
    await grant('1200000')
    await pay(LIST)
    await bind()
    await workAt('2021-08-03T02:00:00Z')
    expect((await board())[0].reading.value).toBe('24.17')
    await pay('支付日期,金额,摘要\n2021-03-05,60000,补登')
    expect((await board())[0].reading).toMatchObject({ value: '29.17', counted: 4 })
    await workAt('2021-08-03T03:00:00Z')
    expect((await board())[0].reading).toMatchObject({ value: '29.17', counted: 4 })
  })

  test('without a single ticket says where tickets come to count for a project', async () => {
    expect((await bind({ measure: 'desk.response-in-time-rate' })).body).toMatchObject({
      reading: { value: null, counted: 0 },
      why: expect.stringMatching(/^还没有记录.*请在“服务分工”查看服务线是否指到本项目。$/),
    })
  })

  test('keeps who bound it, to what and why; what was not seen is not overwritten', async () => {
    await bind()
    expect(await bind()).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
    await bind({ measure: null, reason: '口径待定', seen: 1 })
    const { body } = await get(rowPath())
    expect(body.history.map(({ measure, reason }: { measure: string; reason: string }) => [measure, reason])).toEqual([
      [null, '口径待定'],
      ['预算执行率', '支付台账为准'],
    ])
    expect(body.row.light).toBeNull()
  })

  test('is held against what was in the years before', async () => {
    await grant('1200000', 2020)
    await pay('支付日期,金额\n2020-03-05,290000')
    await bind()
    const { body } = await get(rowPath(`?target=${encodeURIComponent('≥20%')}`))
    expect(body.rehearsal).toMatchObject({
      target: '≥20%',
      known: 1,
      held: 1,
      missed: [],
      worst: { period: '2020', value: '24.17' },
    })
  })
})

test('the self-evaluation begins with what the records say; another value needs its ground', async () => {
  await grant('1200000')
  await pay(LIST)
  await bind()
  const { body: own } = await bureau.contact.ask('POST', `/declarations/${bureau.form.id}/self-evaluation`, {
    body: {},
  })
  const kept = { actual: '24.17%', numerator: '290000', denominator: '1200000', counted: 3, queryVersion: 2 }
  expect(own.rows[0]).toMatchObject({ actual: '24.17%', computed: kept, evidence: 0, proof: 'document' })
  const { body: form } = await get(`/forms/${own.id}`)
  expect(form.content.indicators[0].actual).toBe('24.17%')
  const [said] = own.account.sentences
  expect(said).toMatchObject({ number: 1, evidence: 0, note: expect.stringContaining('2021-12-31记录3条') })
  expect(own.account.draft).toContain(`${said.sentence}[1]。另有16项指标没有记录可计算，按单位填报。`)
  expect(own.account).toMatchObject({ field: '年度总体目标_实际完成情况', text: '' })

  await pay('支付日期,金额\n2021-07-20,910000')
  await editForm(bureau.contact, form, [change('indicators[0].actual', '24.17%', '100%')])
  const { body: later } = await get(`/self-evaluations/${own.id}`)
  expect(later.rows[0]).toMatchObject({ actual: '100%', computed: { actual: '24.17%' }, proof: 'unproved' })
  expect(later.problems.map(({ code }: { code: string }) => code)).toContain('actual-off-the-records')

  const { body: taken } = await bureau.contact.ask('POST', `/self-evaluations/${own.id}/computed-values`, {
    body: { version: later.version },
  })
  expect(taken.rows[0]).toMatchObject({ actual: '100.00%', score: '6.00', proof: 'document', computed: { counted: 4 } })
  expect(taken.execution).toMatchObject({ executed: '1200000', rate: '100.00', score: '10.00', proof: 'document' })
  expect(taken.proof).toMatchObject({ document: '16.00', unproved: '0' })
})

test('all rows whose words speak for a measure are bound at once, and what a person decided stands', async () => {
  await bind({ measure: null, reason: '暂不绑定' })
  const { body } = await bureau.contact.ask('POST', `/declarations/${bureau.form.id}/evidence/bindings`, { body: {} })
  expect(body.rows[0]).toMatchObject({ binding: 1, measure: null })
})

test('a measure nobody makes is refused; a reviewer reads and binds nothing, a stranger finds nothing', async () => {
  const { office, reviewer } = bureau
  expect((await bind({ measure: 'desk.nothing' })).body.code).toBe('measure-unknown')
  expect((await get(rowPath(), reviewer)).status).toBe(200)
  expect(
    (await reviewer.ask('PUT', rowPath('/binding'), { body: { measure: null, reason: 'x', seen: 0 } })).status,
  ).toBe(403)
  const stranger = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  expect((await get(rowPath(), stranger)).status).toBe(404)
  expect((await get('/evidence/board?year=2021', stranger)).body.declarations).toEqual([])
})
