import { describe, expect, test } from 'vitest'
import { decimal, normalize } from '../decimal.ts'
import { parseTarget } from '../target/parse-target.ts'
import { boundOf, type Measured } from './bound.ts'
import type { Forecast } from './forecast.ts'
import { judgeReading } from './judge-reading.ts'
import { rehearse } from './rehearse.ts'

const sure = (low: number, high = low): Forecast => ({ kind: 'forecast', value: low, low, high, remaining: 10 })
const FEW: Forecast = { kind: 'too-few', counted: 3, needed: 12 }

test.each<[string, string | null, Forecast, object]>([
  ['le 10', '6.4', sure(6.4, 6.6), { light: 'fine', reason: 'holds' }],
  ['le 10', '9.0', sure(8.5, 11), { light: 'watch', reason: 'forecast-touches' }],
  ['le 10', '9.0', sure(11, 12), { light: 'alarm', reason: 'forecast-misses' }],
  ['le 10', '12.0', FEW, { light: 'watch', reason: 'misses' }],
  ['le 10', '6.4', FEW, { light: 'fine', reason: 'too-few' }],
  ['le 10', null, FEW, { light: 'not-begun', reason: 'no-data' }],
  ['ge 100', '100', sure(100), { light: 'fine', reason: 'holds' }],
  ['ge 95', '94', { kind: 'final', value: 94 }, { light: 'alarm', reason: 'misses' }],
])('a promise of %s with %s is lit by what is to be expected', (target, value, forecast, expected) => {
  const [operator, limit = '0'] = target.split(' ')
  const bound = { operator: operator as 'le', value: decimal(limit) }
  const asked = { bound, value: value === null ? null : decimal(value), forecast, cannotImprove: false }
  expect(judgeReading({ ...asked, statedPercent: 0 })).toEqual(expected)
})

test('a count that is exceeded is lost, and what only words prove is watched', () => {
  const one = { operator: 'le', value: decimal('1') } as const
  const asked = { bound: one, forecast: FEW, cannotImprove: true, statedPercent: 0 }
  expect(judgeReading({ ...asked, value: decimal('2') }).light).toBe('alarm')
  expect(judgeReading({ ...asked, value: decimal('1') }).reason).toBe('forecast-touches')
  expect(judgeReading({ ...asked, value: decimal('0') }).light).toBe('fine')
  expect(judgeReading({ ...asked, value: decimal('0'), statedPercent: 60 }).reason).toBe('weak-evidence')
})

describe('a target is held against a figure in the unit of the measure', () => {
  const minutes: Measured = { unit: '分钟', shape: 'time' }
  const percent = (shape: Measured['shape']): Measured => ({ unit: '%', shape })
  test.each<[string, Measured, unknown]>([
    ['≤10分钟', minutes, { operator: 'le', value: '10' }],
    ['<8小时', minutes, { operator: 'lt', value: '480' }],
    ['≥95%', percent('money'), { operator: 'ge', value: '95' }],
    ['≤1次', { unit: '起', shape: 'count' }, { operator: 'le', value: '1' }],
    ['健全', percent('words'), { operator: 'ge', value: '100' }],
    ['每天≥2次', percent('frequency'), { operator: 'ge', value: '100' }],
    ['≥95%', minutes, 'unit-differs'],
    ['及时', minutes, 'not-a-figure'],
    ['无', minutes, 'nothing-promised'],
  ])('%s', (text, measured, expected) => {
    const found = boundOf(parseTarget(text), measured)
    expect(found.kind === 'bound' ? found.bound : found.why).toEqual(expected)
  })
})

describe('a target relative to last year is held against last year’s figure of the same measure', () => {
  const faults: Measured = { unit: '次', shape: 'count' }
  test.each<[string, string | null, unknown]>([
    ['比上一年度有所减少', '12', { operator: 'lt', value: '12' }],
    ['比上一年度有所提升', '12', { operator: 'gt', value: '12' }],
    ['较上年下降10%以上', '20', { operator: 'le', value: '18' }],
    ['较上年增长5%以上', '20', { operator: 'ge', value: '21' }],
    ['与上年持平', '20', { operator: 'eq', value: '20' }],
    ['比上一年度有所减少', null, 'no-last-year'],
  ])('%s with %s last year', (text, lastYear, expected) => {
    const found = boundOf(parseTarget(text), faults, lastYear === null ? null : decimal(lastYear))
    const bound = found.kind === 'bound' ? { ...found.bound, value: normalize(found.bound.value) } : found.why
    expect(bound).toEqual(expected)
  })
})

describe('the rehearsal of a target', () => {
  const year = (value: string | null, at: number) => ({
    period: `${at}`,
    value: value === null ? null : decimal(value),
  })
  const past = ['6.4', '7.1', null, '6.9'].map((value, at) => year(value, 2020 + at))
  test('that every year kept by far is soft', () => {
    const found = rehearse({ operator: 'le', value: decimal('10') }, past)
    expect(found).toMatchObject({ known: 3, held: 3, missed: [], worst: { value: '7.1' }, soft: true })
  })
  test('that one year would have missed says which', () => {
    const found = rehearse({ operator: 'le', value: decimal('7') }, past)
    expect(found).toMatchObject({ known: 3, held: 2, missed: ['2021'], soft: false })
  })
  test('that was kept closely is not soft, nor one that two years decide', () => {
    expect(rehearse({ operator: 'le', value: decimal('8') }, past).soft).toBe(false)
    expect(rehearse({ operator: 'le', value: decimal('10') }, past.slice(0, 2)).soft).toBe(false)
  })
})
