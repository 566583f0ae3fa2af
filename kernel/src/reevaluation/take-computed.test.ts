import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { inventForm, inventRow } from '../lint/form-builder.ts'
import { inventedPack } from '../scoring/invented-pack.ts'
import { type Taken, takeComputed, totalOfRows } from './take-computed.ts'

const FORM = inventForm({
  stage: 'self-evaluation',
  money: { fullYear: decimal('100'), executed: null, weight: decimal('10') },
  indicators: [
    inventRow({ level3: '完好率', target: '≥95%', weight: decimal('50') }),
    inventRow({ level3: '故障数', target: '≤2次', weight: decimal('40'), actual: '1次' }),
  ],
})
const NOTHING: Taken = {
  actuals: new Map(),
  grounded: { actual: new Set(), score: new Set() },
  money: null,
}

const edits = (taken: Partial<Taken>, form = FORM) =>
  takeComputed(form, { ...NOTHING, ...taken }, inventedPack()).map(({ where, now }) => `${where} ${now}`)

describe('all computed values are taken at once', () => {
  test('actuals of the records, points of the rules, money of the ledger', () => {
    const money = { fullYear: decimal('100'), executed: decimal('98'), rate: decimal('98.00') }
    expect(edits({ actuals: new Map([[0, '96.2%']]), money })).toEqual([
      'money.executed 98',
      'money.rate 98.00',
      'money.score 9.80',
      'indicators[0].actual 96.2%',
      'indicators[0].score 50.00',
      'indicators[1].score 40.00',
    ])
  })

  test('a second time there is nothing left to take', () => {
    const rows = FORM.indicators.map((row) => ({ ...row, actual: row.actual ?? '96.2%', score: row.weight }))
    expect(edits({ actuals: new Map([[0, '96.2%']]) }, { ...FORM, indicators: rows })).toEqual([])
  })

  test('what a person grounded with reason and file stands', () => {
    const grounded = { actual: new Set([0]), score: new Set([1]) }
    const rows = FORM.indicators.map((row, at) => ({ ...row, actual: '95.5%', score: decimal(at === 0 ? '50' : '30') }))
    expect(edits({ actuals: new Map([[0, '96.2%']]), grounded }, { ...FORM, indicators: rows })).toEqual([])
  })

  test('a row nobody computes keeps what the unit wrote, and gives no points while it is blank', () => {
    expect(edits({})).toEqual(['indicators[1].score 40.00'])
  })
})

test('the total of the form is that of its rows and the money', () => {
  const rows = FORM.indicators.map((row) => ({ ...row, actual: '1%', score: row.weight }))
  const money = { ...FORM.money, executed: decimal('98') }
  const edited = totalOfRows({ ...FORM, indicators: rows, money }, inventedPack())
  expect(edited.map(({ where, now }) => `${where} ${now}`)).toEqual(['totals.weight 100', 'totals.score 99.80'])
})
