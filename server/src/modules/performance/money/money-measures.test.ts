import { beforeEach, describe, expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import type { Measure, MeasureQuery } from '#platform/measure'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import { fileForm } from '#testing/test-office'
import { executionRate, fundsInPlace } from './money-measures.ts'

let bureau: TestBureau
beforeEach(async () => {
  bureau = await makeBureau()
})

const grant = (kind: string, amount: string, decidedOn: string) =>
  bureau.contact.ask('POST', `/projects/${bureau.form.projectId}/money`, {
    body: { year: 2021, kind, source: 'own', amount, decidedOn, reason: '批复', documentId: null },
  })

async function pay(list: string) {
  const bytes = new TextEncoder().encode(list)
  const { body: document } = await bureau.contact.ask('POST', '/documents', { body: fileForm('支付.csv', bytes) })
  const documentId = document.id
  const { body } = await bureau.contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
  const asking = { documentId, mapping: body.mapping, projectId: bureau.form.projectId }
  await bureau.contact.ask('POST', '/performance/payment-lists', { body: asking })
}

const queryOf = (from: string, until: string): MeasureQuery => ({
  scope: { unitId: bureau.office.districtId, projectId: bureau.form.projectId },
  period: { from, until },
  params: {},
  asOf: Temporal.Instant.from('2022-01-01T00:00:00Z'),
})
const reading = (measure: Measure, from = '2021-01-01', until = '2021-12-31') =>
  read(bureau.world.chenghu, (reader) => measure.read(reader, queryOf(from, until)))
const listed = (measure: Measure, which: 'counted' | 'excluded') =>
  read(bureau.world.chenghu, (reader) =>
    measure.list(reader, queryOf('2021-01-01', '2021-12-31'), { which, after: null, limit: 100 }),
  )

describe('the execution rate', () => {
  test('is what was paid in percent of the whole budget, and lists exactly the records it is made of', async () => {
    await grant('initial', '1000000', '2020-12-20')
    await grant('adjustment', '200000', '2021-06-30')
    await pay('支付日期,金额,摘要\n2021-03-05,120000,首付款\n2021-09-10,170000,进度款')
    const { value, parts } = await reading(executionRate)
    expect(value).toBe('24.17')
    expect(parts).toMatchObject({ numerator: '290000', denominator: '1200000', counted: 4 })
    const records = await listed(executionRate, 'counted')
    expect(records.map(({ recordKind, numerator, denominator }) => [recordKind, numerator, denominator])).toEqual([
      ['payment', '170000', '0'],
      ['money-entry', '0', '200000'],
      ['payment', '120000', '0'],
      ['money-entry', '0', '1000000'],
    ])
  })

  test('of a budget nothing was paid of is no data, and says why', async () => {
    await grant('initial', '1000000', '2020-12-20')
    expect(await reading(executionRate)).toMatchObject({ value: null, parts: { excluded: { 'nothing-paid': 1 } } })
    expect(await listed(executionRate, 'excluded')).toHaveLength(1)
  })

  test('does not know what was brought in after the day asked for', async () => {
    await grant('initial', '1000000', '2020-12-20')
    await pay('支付日期,金额\n2021-01-03,5')
    const asOf = Temporal.Instant.from('2021-01-03T00:00:00Z')
    const earlier = await read(bureau.world.chenghu, (reader) =>
      executionRate.read(reader, { ...queryOf('2021-01-01', '2021-12-31'), asOf }),
    )
    expect(earlier).toMatchObject({ value: null, parts: { counted: 0 } })
  })
})

test('funds in place are what was appropriated in percent of the budget', async () => {
  await grant('initial', '1000000', '2021-01-01')
  await grant('appropriation', '650000', '2021-02-01')
  expect((await reading(fundsInPlace)).value).toBe('65.00')
  expect((await reading(fundsInPlace, '2021-03-01')).value).toBeNull()
})
