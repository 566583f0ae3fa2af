import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, type Decimal, decimal, subtract } from '../decimal.ts'
import { appraise } from './appraise.ts'
import { judgeItem } from './judge-item.ts'
import { matchPayment, type OpenInstalment } from './match-payment.ts'
import { payableOf } from './payable.ts'
import { type Gate, type GateState, openGates } from './payment-gate.ts'

type Case = { amount: string; paid?: readonly string[]; points?: string; pointValue?: string }
const yuan = fc
  .integer({ min: 0, max: 10_000_000 })
  .map((cents) => decimal(`${Math.floor(cents / 100)}.${cents % 100}`))
const state = fc.constantFrom<GateState>('missing', 'failed', 'passed')

describe('an instalment', () => {
  test('is paid once its milestone is reached, its goods accepted and its vendor appraised', () => {
    const gate: Gate = {
      milestone: { name: '终验', isDone: false },
      acceptance: 'failed',
      appraisal: { year: 2025, state: 'missing' },
    }
    expect(openGates(gate).map(({ code }) => code)).toEqual([
      'milestone-open',
      'acceptance-failed',
      'appraisal-missing',
    ])
    const done: Gate = {
      milestone: { name: '终验', isDone: true },
      acceptance: 'passed',
      appraisal: { year: 2025, state: 'passed' },
    }
    expect(openGates(done)).toEqual([])
    expect(openGates({ milestone: null, acceptance: null, appraisal: null })).toEqual([])
  })

  test('whatever it waits for, it is payable exactly when everything it waits for passed', () => {
    const gate = fc.record<Gate>({
      milestone: fc.option(fc.record({ name: fc.string(), isDone: fc.boolean() })),
      acceptance: fc.option(state),
      appraisal: fc.option(fc.record({ year: fc.constant(2025), state })),
    })
    fc.assert(
      fc.property(gate, (given) => {
        const { milestone, acceptance, appraisal } = given
        const fine =
          milestone?.isDone !== false &&
          (acceptance ?? 'passed') === 'passed' &&
          (appraisal?.state ?? 'passed') === 'passed'
        expect(openGates(given).length === 0).toBe(fine)
      }),
    )
  })

  test.each([
    ['nothing was paid, nothing deducted', { amount: '1000' }, '0', '1000'],
    ['four points of 50 元 are off', { amount: '1000', points: '4', pointValue: '50' }, '200', '800'],
    ['part of it was paid', { amount: '1000', paid: ['300'], points: '4', pointValue: '50' }, '200', '500'],
    ['more is deducted than it holds', { amount: '1000', points: '40', pointValue: '50' }, '1000', '0'],
    ['points taken back give nothing extra', { amount: '1000', points: '-3', pointValue: '50' }, '0', '1000'],
  ])('when %s', (_title, { amount, paid = [], points = '0', pointValue = '0' }: Case, deducted, left) => {
    const parts = { amount: decimal(amount), points: decimal(points), pointValue: decimal(pointValue) }
    const payable = payableOf({ ...parts, paid: paid.map(decimal) })
    expect(compare(payable.deducted, decimal(deducted))).toBe(0)
    expect(compare(payable.left, decimal(left))).toBe(0)
  })

  test('deducted from after it was paid, it shows what was paid too much', () => {
    const money = { amount: decimal('948000'), points: decimal('3'), pointValue: decimal('1500') }
    expect(payableOf({ ...money, paid: [decimal('948000')] })).toMatchObject({ left: '0', over: '4500' })
  })

  test('paying what is left leaves nothing, and never more than its amount is paid', () => {
    fc.assert(
      fc.property(yuan, yuan, fc.integer({ min: 0, max: 100 }), (amount, pointValue, points) => {
        const money = { amount, paid: [] as Decimal[], points: decimal(points), pointValue }
        const { left, deducted } = payableOf(money)
        expect(compare(add(left, deducted), amount)).toBe(0)
        expect(compare(payableOf({ ...money, paid: [left] }).left, subtract(left, left))).toBe(0)
      }),
    )
  })
})

describe('a payment of the list', () => {
  const instalment = (changes: Partial<OpenInstalment>): OpenInstalment => ({
    id: 'a',
    name: '首付款',
    dueOn: '2025-03-31',
    contractNumber: 'QX-2025-07',
    vendor: '栖木网络工程',
    left: decimal('900'),
    amount: decimal('1000'),
    ...changes,
  })
  const payment = { paidOn: '2025-03-21', amount: decimal('1000.00'), payee: '栖木网络工程 ', purpose: '' }

  test.each([
    ['the amount of the clause', {}, 'a'],
    ['the amount after deductions', { amount: decimal('1200'), left: decimal('1000') }, 'a'],
    ['another amount', { amount: decimal('1200') }, null],
    ['another vendor', { vendor: '岸汀软件' }, null],
  ])('of %s settles it or does not', (_title, changes, found) => {
    expect(matchPayment(payment, [instalment(changes)])?.id ?? null).toBe(found)
  })

  test('goes to the instalment its purpose names, otherwise to the one due first', () => {
    const open = [instalment({ id: 'b', name: '尾款', dueOn: '2025-12-31' }), instalment({ id: 'a' })]
    expect(matchPayment(payment, open)?.id).toBe('a')
    expect(matchPayment({ ...payment, purpose: '网络运维尾款' }, open)?.id).toBe('b')
  })
})

test.each([
  ['≥95%', '96.5%', null, { kind: 'judged', passed: true, by: 'figures' }],
  ['≤10分钟', '12分钟', null, { kind: 'judged', passed: false, by: 'figures' }],
  ['≤10分钟', '12分钟', true, { kind: 'contradicted' }],
  ['合格', '不合格', null, { kind: 'judged', passed: false, by: 'figures' }],
  ['合格', '合格', null, { kind: 'judged', passed: true, by: 'figures' }],
  ['外观完好', '见照片', null, { kind: 'undecided' }],
  ['外观完好', '见照片', true, { kind: 'judged', passed: true, by: 'people' }],
] as const)('required %s, measured %s, signed %s', (required, measured, verdict, expected) => {
  expect(judgeItem({ required, measured, verdict })).toEqual(expected)
})

describe('an appraisal', () => {
  test('takes points off a hundred and holds the rest against the pass mark', () => {
    expect(appraise([decimal('6'), decimal('4.5'), decimal('-1')], decimal('90'))).toEqual({
      points: '9.5',
      score: '90.5',
      passed: true,
    })
    expect(appraise([decimal('120')], decimal('60'))).toEqual({ points: '120', score: '0', passed: false })
  })

  test('an entry that takes a mistake back restores the score exactly', () => {
    fc.assert(
      fc.property(fc.array(yuan), yuan, (points, mistake) => {
        const taken = appraise([...points, mistake, subtract(decimal('0'), mistake)], decimal('60'))
        expect(compare(taken.score, appraise(points, decimal('60')).score)).toBe(0)
      }),
    )
  })
})
