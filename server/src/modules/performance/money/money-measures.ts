import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { z } from 'zod'
import { isWithin } from '#modules/directory'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type Fact, type MeasureQuery } from '#platform/measure'

const RECORDS = {
  payment: { name: { zh: '支付', en: 'Payment' }, page: null, table: 'performance_payment' },
  'money-entry': {
    name: { zh: '预算与拨款', en: 'Budget and appropriation' },
    page: null,
    table: 'performance_money_entry',
  },
} as const

/** rules.md §4.3: executed ÷ budget. Paid and granted stand side by side; both are needed for a rate. */
export const executionRate = defineMeasure({
  key: 'performance.execution-rate',
  name: { zh: '预算执行率', en: 'Budget execution rate' },
  formula: {
    zh: '期间内已支付金额 ÷ 全年预算数（年初预算数与历次调整之和）× 100%',
    en: 'paid within the period ÷ full-year budget (initial budget and its adjustments) × 100 %',
  },
  unit: '%',
  direction: 'higher',
  shape: 'money',
  combine: 'share',
  scale: 2,
  strength: 'C',
  version: 2,
  exclusions: {
    'nothing-paid': { zh: '还没有导入这一年的支付台账', en: 'no payments of the year have been brought in' },
  },
  records: RECORDS,
  register: null,
  params: z.strictObject({}),
  facts: (reader, query) =>
    paid(reader, query).unionAll(
      granted(reader, query)
        .where('entry.kind', '<>', 'appropriation')
        .select([sql<Decimal>`0`.as('numerator'), 'entry.amount as denominator'])
        .select(sql<string | null>`case when ${hasPayments(query)} then null else 'nothing-paid' end`.as('exclusion')),
    ),
})

/** rules.md §4.3: received ÷ budget. */
export const fundsInPlace = defineMeasure({
  key: 'performance.funds-in-place',
  money: 'received',
  name: { zh: '资金到位率', en: 'Funds in place' },
  formula: {
    zh: '期间内实际到位（拨款）金额 ÷ 全年预算数 × 100%',
    en: 'appropriated within the period ÷ full-year budget × 100 %',
  },
  unit: '%',
  direction: 'higher',
  shape: 'money',
  combine: 'share',
  scale: 2,
  strength: 'C',
  version: 1,
  exclusions: {},
  records: RECORDS,
  register: null,
  params: z.strictObject({}),
  facts: (reader, query) =>
    granted(reader, query)
      .select([
        sql<Decimal>`case when entry.kind = 'appropriation' then entry.amount else 0 end`.as('numerator'),
        sql<Decimal>`case when entry.kind = 'appropriation' then 0 else entry.amount end`.as('denominator'),
      ])
      .select(sql<string | null>`null::text`.as('exclusion')),
})

const ENTERED_AT = sql<Temporal.Instant>`least(payment.recorded_at, list.imported_at)`

function paid(reader: Reader, { scope, period, asOf }: MeasureQuery) {
  return reader
    .selectFrom('performancePayment as payment')
    .leftJoin('performancePaymentList as list', 'list.id', 'payment.listId')
    .innerJoin('performanceProject as project', 'project.id', 'payment.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select([
      sql<string>`'payment'`.as('recordKind'),
      sql<string>`payment.id::text`.as('id'),
      sql<Temporal.Instant>`payment.paid_on::timestamp at time zone 'Asia/Shanghai'`.as('at'),
      ENTERED_AT.as('enteredAt'),
      'project.unitId',
      sql<string>`trim(concat_ws(' ', payment.purpose, payment.payee, payment.voucher))`.as('title'),
      // Until the treasury's list has it, a payment is what the office says.
      sql<string>`case when list.imported_at <= ${asOf} then 'C' else 'D' end`.as('strength'),
      sql<Fact['mark']>`null::text`.as('mark'),
      'payment.amount as numerator',
      sql<Decimal>`0`.as('denominator'),
      sql<string | null>`null::text`.as('exclusion'),
    ])
    .where(isWithin(scope.unitId))
    .$if(scope.projectId !== null, (query) => query.where('project.id', '=', scope.projectId ?? ''))
    .where('payment.paidOn', '>=', period.from)
    .where('payment.paidOn', '<=', period.until)
    .where(ENTERED_AT, '<=', asOf)
}

/** An entry counts on the day it was decided, but not before the year it is for has begun. */
const COUNTS_ON = sql<string>`greatest(entry.decided_on, make_date(entry.year, 1, 1))`

function granted(reader: Reader, { scope, period, asOf }: MeasureQuery) {
  return reader
    .selectFrom('performanceMoneyEntry as entry')
    .innerJoin('performanceProject as project', 'project.id', 'entry.projectId')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select([
      sql<string>`'money-entry'`.as('recordKind'),
      sql<string>`entry.id::text`.as('id'),
      sql<Temporal.Instant>`${COUNTS_ON}::timestamp at time zone 'Asia/Shanghai'`.as('at'),
      'entry.madeAt as enteredAt',
      'project.unitId',
      sql<string>`trim(concat_ws(' ', entry.year, case entry.kind
        when 'initial' then '年初预算' when 'adjustment' then '预算调整' else '拨款' end, entry.reason))`.as('title'),
      sql<string>`case when entry.document_id is null then 'D' else 'C' end`.as('strength'),
      sql<Fact['mark']>`null::text`.as('mark'),
    ])
    .where(isWithin(scope.unitId))
    .$if(scope.projectId !== null, (query) => query.where('project.id', '=', scope.projectId ?? ''))
    .where(sql<boolean>`${COUNTS_ON} between ${period.from} and ${period.until}`)
    .where('entry.madeAt', '<=', asOf)
}

/** A budget nothing was ever paid of, as far as anybody brought in, is no rate of zero. */
function hasPayments({ asOf }: MeasureQuery) {
  return sql`exists (
    select from performance_payment other left join performance_payment_list brought on brought.id = other.list_id
    where other.project_id = entry.project_id and extract(year from other.paid_on) = entry.year
      and least(other.recorded_at, brought.imported_at) <= ${asOf})`
}
