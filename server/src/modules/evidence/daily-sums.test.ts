import { type Decimal, decimal } from '@shiji/kernel/decimal'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { defineMeasure, type Fact, MEASURE_CHANGED } from '#platform/measure'
import { defineModule } from '#platform/module'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import { fileForm } from '#testing/test-office'
import { makeWork, workUntilIdle } from '#testing/test-work'
import { MODULES } from '../../app/modules.ts'
import { bindIndicator } from './bind-indicator.ts'
import { listBindings } from './binding-store.ts'
import { readSeries } from './read-series.ts'

const PERIOD = { from: '2021-01-01', until: '2021-12-31' }
const BEGIN = Temporal.Instant.from('2021-02-03T01:00:00Z')
const OVERDUE_AFTER = '2021-02-05'

/** 元 paid, the largest too; what is paid before a day counts only once that day has come, as an overdue ticket does. */
const paid = defineMeasure({
  key: 'trial.paid',
  name: { zh: '支付', en: 'paid' },
  formula: { zh: '支付之和', en: 'the sum paid' },
  unit: '元',
  direction: 'higher',
  shape: 'money',
  combine: 'sum',
  scale: 2,
  strength: 'A',
  version: 1,
  exclusions: { small: { zh: '零星', en: 'small' }, waiting: { zh: '未到期', en: 'not due' } },
  records: {},
  register: null,
  params: z.strictObject({}),
  facts: (reader, { scope, period, asOf }) =>
    reader
      .selectFrom('performancePayment as payment')
      .select([
        sql<string>`'payment'`.as('recordKind'),
        sql<string>`payment.id::text`.as('id'),
        sql<Temporal.Instant>`payment.paid_on::timestamp at time zone 'Asia/Shanghai'`.as('at'),
        sql<Temporal.Instant>`${BEGIN}::timestamptz`.as('enteredAt'),
        sql<string>`${scope.unitId}::uuid`.as('unitId'),
        'payment.purpose as title',
        'payment.amount as numerator',
        sql<Decimal>`1`.as('denominator'),
        sql<string | null>`case when payment.amount < 10 then 'small'
          when payment.amount > 900 and ${asOf}::timestamptz < ${OVERDUE_AFTER} then 'waiting' end`.as('exclusion'),
        sql<string>`'A'`.as('strength'),
        sql<Fact['mark']>`case when payment.amount > 500 then 'late' end`.as('mark'),
      ])
      .where('payment.projectId', '=', scope.projectId ?? '')
      .where('payment.paidOn', '>=', period.from)
      .where('payment.paidOn', '<=', period.until),
})
const trial = defineModule({ name: 'trial', dependsOn: [], permissions: [], routes: [], measures: [paid] })
const ALL = [...MODULES, trial]

const day = fc.integer({ min: 1, max: 9 }).map((at) => `2021-01-0${at}`)
const deed = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), day, yuan: fc.integer({ min: 1, max: 1_000 }) }),
  fc.record({ kind: fc.constant('correct' as const), which: fc.nat(20), day }),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('sum' as const), hours: fc.integer({ min: 1, max: 20 }) }),
)
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

test('the sums by day are what the records say, however late they come and are corrected', async () => {
  const office = await openOffice(await makeBureau({}, '2021-01-04T01:00:00Z'))
  let mostKept = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (deeds) => {
      for (const one of [...deeds, { kind: 'sum', hours: 1 } as const]) {
        await office.carryOut(one)
        expect(await office.summed()).toEqual(await office.brute())
      }
      mostKept = Math.max(mostKept, await office.sumsKept())
    }),
    { numRuns: 25 },
  )
  expect(mostKept).toBeGreaterThan(0)
})

async function openOffice(bureau: TestBureau) {
  const { world, contact, form } = bureau
  const { chenghu: db } = world
  let now = BEGIN
  const context = (): Context => makeWork(world, () => now, ALL).contextOf({ db, name: 'test', requestId: 'test', now })
  const work = makeWork(world, () => now, ALL)
  const listId = await bringList(bureau)
  const scope = { unitId: contact.unitId, projectId: form.projectId }
  const proof = {
    subjectId: form.id,
    indicator: '支付',
    reason: '台账',
    seen: 0,
    year: 2021,
    personId: contact.personId,
  }
  const measure = { key: paid.key, params: {}, scope }
  await inTransaction(db, (tx) => bindIndicator(tx, context(), { ...proof, measure }))
  const [binding] = await read(db, (reader) => listBindings(reader, [form.id]))
  const series = binding?.series
  if (!series) throw new Error('not bound')
  const payments: { id: string; day: string }[] = []

  const change = (days: readonly string[], write: (tx: Tx) => Promise<unknown>) =>
    inTransaction(db, async (tx) => {
      await write(tx)
      await tell(tx, context(), MEASURE_CHANGED, { measures: [paid.key], ...scope, days })
    })
  const carryOut = async (one: Deed) => {
    const at = 'which' in one ? payments[one.which % Math.max(1, payments.length)] : undefined
    if (one.kind === 'pay') {
      const payment = { id: world.newId(), day: one.day }
      payments.push(payment)
      const row = { id: payment.id, projectId: form.projectId, listId, line: 1, voucher: '', payee: '', purpose: '' }
      const values = { ...row, paidOn: one.day, amount: decimal(one.yuan), fingerprint: payment.id }
      await change([one.day], (tx) => tx.insertInto('performancePayment').values(values).execute())
    } else if (one.kind === 'sum') {
      now = now.add({ hours: one.hours })
      await workUntilIdle(work)
    } else if (at !== undefined && one.kind === 'correct') {
      const days = [at.day, one.day]
      at.day = one.day
      const moved = (tx: Tx) => tx.updateTable('performancePayment').set({ paidOn: one.day }).where('id', '=', at.id)
      await change(days, (tx) => moved(tx).execute())
    } else if (at !== undefined) {
      payments.splice(payments.indexOf(at), 1)
      await change([at.day], (tx) => tx.deleteFrom('performancePayment').where('id', '=', at.id).execute())
    }
  }
  return {
    carryOut,
    summed: async () => {
      const found = await read(db, (reader) => readSeries(reader, context(), { series: [series], period: PERIOD }))
      return found.get(series.id)?.reading
    },
    brute: () => read(db, (reader) => paid.read(reader, { scope, period: PERIOD, params: {}, asOf: now })),
    sumsKept: async () => (await read(db, (reader) => reader.selectFrom('evidenceDay').select('day').execute())).length,
  }
}

/** A list by which payments come; its one payment lies in another year. */
async function bringList({ contact, form }: TestBureau): Promise<string> {
  const bytes = new TextEncoder().encode('支付日期,金额\n2019-03-05,1')
  const { body: document } = await contact.ask('POST', '/documents', { body: fileForm('支付.csv', bytes) })
  const documentId = document.id
  const { body } = await contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
  const asking = { documentId, mapping: body.mapping, projectId: form.projectId }
  return (await contact.ask('POST', '/performance/payment-lists', { body: asking })).body.id
}
