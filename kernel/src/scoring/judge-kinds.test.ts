import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import type { Operator, Period, Target, TargetMeaning } from '../target/target.ts'
import type { Actual } from './actual.ts'
import { inventedPack, inventedSource as source } from './invented-pack.ts'
import { judgeRow } from './judge-row.ts'
import type { Row } from './row.ts'

const PACK = inventedPack()

function judge(meaning: TargetMeaning, actual: Actual, given: Partial<Row> = {}, pack = PACK): string {
  const target: Target = { ...meaning, notes: [] }
  const blank = { band: null, bandScore: null, printedScore: null, reason: null, baseline: null, year: null }
  const texts = { targetText: '指标值', actualText: '见记录', name: '产出指标' }
  const { outcome } = judgeRow({ target, actual, weight: decimal('10'), ...texts, ...blank, ...given }, pack)
  return `${outcome.trace.rule ?? ''} ${outcome.kind === 'scored' ? outcome.score : outcome.reason}`.trim()
}

function times(value: string, period: Period | null, unit: string | null = '次'): Actual {
  return { kind: 'number', value: decimal(value), unit, period }
}

function every(operator: Operator, value: string, period: Period): TargetMeaning {
  return { kind: 'frequency', operator, value: decimal(value), unit: '次', period }
}

describe('so often in every period', () => {
  test.each<[TargetMeaning, Actual, string]>([
    [every('ge', '2', 'day'), times('2', 'day'), 'R-POS 10.00'],
    [every('ge', '2', 'day'), times('1', 'day'), 'R-POS 5.00'],
    [every('eq', '1', 'month'), times('1', 'month'), 'R-EQ 10.00'],
    [every('eq', '1', 'month'), times('9', 'year'), 'R-EQ 7.50'],
    [every('ge', '1', 'quarter'), times('4', 'year'), 'R-POS 10.00'],
    [every('ge', '2', 'day'), times('7', 'week'), 'R-POS 5.00'],
    [every('ge', '2', 'day'), times('90', null, '%'), 'R-POS 9.00'],
    [every('ge', '2', 'day'), times('60', 'month'), 'period-missing'],
    [every('eq', '1', 'month'), times('12', null), 'R-EQ 10.00'],
    [every('eq', '1', 'month'), times('11', null), 'period-missing'],
    [every('ge', '2', 'day'), times('732', null), 'R-POS 10.00'],
    [every('ge', '2', 'day'), times('0', null), 'R-POS 0.00'],
    [every('ge', '4', 'year'), times('3', null), 'R-POS 7.50'],
    [every('le', '2', 'month'), times('3', 'month'), 'R-NEG-LIN 5.00'],
    [every('le', '2', 'month'), times('3', null), 'period-missing'],
    [every('ge', '2', 'day'), times('2', 'day', '人'), 'unit-differs'],
    [every('ge', '2', 'day'), { kind: 'words' }, 'actual-unreadable'],
  ])('%j with %j: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected)
  })

  test('a place may give nothing for a frequency that is missed', () => {
    const pack = inventedPack({ scoring: { frequency: { method: 'all-or-nothing', source } } })
    expect(judge(every('ge', '2', 'day'), times('1', 'day'), {}, pack)).toBe('R-POS 0.00')
    expect(judge(every('ge', '2', 'day'), times('2', 'day'), {}, pack)).toBe('R-POS 10.00')
  })
})

test.each<[Actual, string]>([
  [{ kind: 'coverage', daysPerWeek: decimal('7'), hoursPerDay: decimal('24') }, 'R-EQ 10.00'],
  [{ kind: 'coverage', daysPerWeek: decimal('5'), hoursPerDay: decimal('24') }, 'R-EQ 7.14'],
  [{ kind: 'coverage', daysPerWeek: decimal('7'), hoursPerDay: decimal('12') }, 'R-EQ 5.00'],
  [times('98.5', null, '%'), 'R-EQ 9.85'],
  [times('24', null, '小时'), 'actual-unreadable'],
])('7 × 24 hours promised, %j covered: %s', (actual, expected) => {
  const target: TargetMeaning = {
    kind: 'coverage',
    operator: 'eq',
    daysPerWeek: decimal('7'),
    hoursPerDay: decimal('24'),
  }
  expect(judge(target, actual)).toBe(expected)
})

describe('by a day', () => {
  const by = (date: string | null, within: Period | null = null): TargetMeaning => ({
    kind: 'deadline',
    date,
    within,
    grades: [],
  })
  test.each<[TargetMeaning, string, number | null, string]>([
    [by('2021-12-31'), '2021-12-31', null, 'R-DEADLINE 10.00'],
    [by('2021-11-30'), '2021-12-01', null, 'R-DEADLINE needs-band'],
    [by('12'), '2021-12-20', 2021, 'R-DEADLINE 10.00'],
    [by('06-30'), '06-29', 2021, 'R-DEADLINE 10.00'],
    [by('09-30'), '09-30', null, 'R-DEADLINE 10.00'],
    [by('09-30'), '10-08', null, 'R-DEADLINE needs-band'],
    [by('06-30'), '2022-03-01', 2021, 'R-DEADLINE needs-band'],
    [by('06-30'), '2021-03-01', null, 'R-DEADLINE needs-band'],
    [by(null, 'year'), '2021-12-31', 2021, 'R-DEADLINE 10.00'],
    [by(null, 'year'), '2022-01-04', 2021, 'R-DEADLINE needs-band'],
    [by(null, 'month'), '2021-01-04', 2021, 'R-DEADLINE needs-band'],
  ])('%j, done %s in the year %s: %s', (target, date, year, ...[expected]) => {
    expect(judge(target, { kind: 'date', date }, { year })).toBe(expected)
  })

  test('done by words is confirmed by a person, late by a band', () => {
    expect(judge(by(null, 'year'), { kind: 'words' }, { actualText: '已完成' })).toBe('R-DEADLINE 10.00')
    const late = { band: '部分达成', bandScore: decimal('7') }
    expect(judge(by('2021-06-30'), { kind: 'date', date: '2021-07-02' }, late)).toBe('R-QUAL 7.00')
  })
})

describe('against last year', () => {
  const against = (
    direction: 'rise' | 'fall' | 'keep',
    value: string | null = null,
    unit: string | null = null,
  ): TargetMeaning => ({
    kind: 'relative',
    direction,
    operator: value !== null ? 'ge' : ({ rise: 'gt', fall: 'lt', keep: 'ge' } as const)[direction],
    value: value === null ? null : decimal(value),
    unit,
  })
  const changed = (direction: 'rise' | 'fall', value: string): Actual => ({
    kind: 'change',
    direction,
    value: decimal(value),
    unit: '%',
  })
  test.each<[TargetMeaning, Actual, string | null, string]>([
    [against('rise'), times('95', null, '%'), '94', 'R-REL 10.00'],
    [against('rise'), times('94', null, '%'), '94', 'R-REL needs-band'],
    [against('rise'), times('94', null, '%'), null, 'R-REL needs-band'],
    [against('fall'), times('3', null), '5', 'R-REL 10.00'],
    [against('fall'), times('6', null), '5', 'R-REL needs-band'],
    [against('keep'), times('5', null), '5', 'R-REL 10.00'],
    [against('keep'), times('6', null), '5', 'R-REL 10.00'],
    [against('keep'), times('4', null), '5', 'R-REL needs-band'],
    [against('rise', '5', '%'), times('110', null), '100', 'R-REL 10.00'],
    [against('rise', '5', '%'), times('104', null), '100', 'R-REL 8.00'],
    [against('rise', '5', '%'), times('96', null), '100', 'R-REL 0.00'],
    [against('rise', '5', '%'), times('104', null), '0', 'R-REL needs-band'],
    [against('fall', '10', '%'), times('95', null), '100', 'R-REL 5.00'],
    [against('rise', '3', '次'), times('12', null), '10', 'R-REL 6.67'],
    [against('rise', '5', '%'), changed('rise', '6'), null, 'R-REL 10.00'],
    [against('rise', '5', '%'), changed('fall', '6'), null, 'R-REL 0.00'],
    [against('fall'), changed('fall', '6'), null, 'R-REL 10.00'],
  ])('%j with %j against %s: %s', (target, actual, baseline, ...[expected]) => {
    expect(judge(target, actual, { baseline: baseline === null ? null : decimal(baseline) })).toBe(expected)
  })
})

describe('units', () => {
  const within = (value: string, unit: string | null): TargetMeaning => ({
    kind: 'number',
    operator: 'le',
    value: decimal(value),
    unit,
    period: null,
  })
  test.each<[TargetMeaning, Actual, string]>([
    [within('1', '小时'), times('90', null, '分钟'), 'R-NEG-LIN 5.00'],
    [within('10', '分钟'), times('600', null, '秒'), 'R-NEG-LIN 10.00'],
    [within('10', '分钟'), times('12', null, null), 'R-NEG-LIN 8.00'],
    [within('10', null), times('12', null, '次'), 'R-NEG-LIN 8.00'],
    [within('5', '万元'), times('50000', null, '元'), 'R-NEG-LIN 10.00'],
    [within('3', '人'), times('3', null, '人次'), 'unit-differs'],
  ])('%j with %j: %s', (target, actual, expected) => {
    expect(judge(target, actual)).toBe(expected)
  })
})

test('several promises in one cell are kept together or judged by a person', () => {
  const target: TargetMeaning = {
    kind: 'several',
    parts: [every('ge', '2', 'day'), { kind: 'grade', grades: ['及时'] }],
  }
  expect(judge(target, { kind: 'words' })).toBe('R-SEVERAL needs-band')
  const bound = (value: string): TargetMeaning => ({
    kind: 'number',
    operator: 'ge',
    value: decimal(value),
    unit: '%',
    period: null,
  })
  expect(judge({ kind: 'several', parts: [bound('90'), bound('95')] }, times('96', null, '%'))).toBe('R-SEVERAL 10.00')
  expect(judge({ kind: 'several', parts: [bound('90'), bound('95')] }, times('94', null, '%'))).toBe(
    'R-SEVERAL needs-band',
  )
})
