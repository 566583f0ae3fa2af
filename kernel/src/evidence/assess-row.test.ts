import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { parseTarget } from '../target/parse-target.ts'
import { assessRow, type MeasureKind, type RowToAssess } from './assess-row.ts'
import { NO_PARTS, type Parts, sumParts } from './parts.ts'
import { sayRow } from './row-words.ts'

const RESPONSE: MeasureKind = { combine: 'mean', shape: 'time', unit: '分钟', scale: 1 }
const PERIOD = { from: '2021-01-01', until: '2021-12-31' }

const assess = (row: Omit<RowToAssess, 'parts'>) => assessRow({ ...row, parts: sumParts([...row.days.values()]) })

function everyWeek(minutes: number, weeks: number): Map<string, Parts> {
  const first = Temporal.PlainDate.from('2021-01-01')
  const parts = {
    ...NO_PARTS,
    numerator: decimal(minutes * 10),
    denominator: decimal(10),
    counted: 10,
    strengths: { A: 10, B: 0, C: 0, D: 0 },
  }
  return new Map(Array.from({ length: weeks }, (_, at) => [first.add({ weeks: at }).toString(), parts] as const))
}

test('a row in the middle of its year says where it stands, what is left and what to expect', () => {
  const days = everyWeek(6, 26)
  const target = parseTarget('≤10分钟')
  const row = assess({ target, measure: RESPONSE, value: decimal('6.0'), days, period: PERIOD, today: '2021-07-01' })
  expect(row).toMatchObject({ light: 'fine', reason: 'holds', parts: { counted: 260 } })
  expect(row.months.slice(5, 8)).toEqual(['6.0', null, null])
  expect(sayRow(row, '分钟', 'zh')).toEqual({
    light: '正常',
    why: '达到目标 ≤10分钟。',
    forecast: '照目前水平，期末约 6分钟（九成可能在 6–6 之间）。',
    headroom: '后续平均可至 13.9 分钟',
  })
})

test('a row without records has not begun and is no zero', () => {
  const empty = { target: parseTarget('≤1次'), measure: { ...RESPONSE, combine: 'sum', shape: 'count' } } as const
  const row = assess({ ...empty, value: null, days: new Map(), period: PERIOD, today: '2021-07-01' })
  expect(row).toMatchObject({ light: 'not-begun', reason: 'no-data', headroom: null })
})

test('money is shown as it grew', () => {
  const money: MeasureKind = { combine: 'share', shape: 'money', unit: '%', scale: 2 }
  const part = (numerator: string, denominator: string): Parts => ({
    ...NO_PARTS,
    numerator: decimal(numerator),
    denominator: decimal(denominator),
    counted: 1,
  })
  const days = new Map([
    ['2021-01-05', part('0', '1200000')],
    ['2021-03-05', part('120000', '0')],
    ['2021-07-10', part('170000', '0')],
  ])
  const asked = { target: parseTarget('≥95%'), measure: money, value: decimal('24.17'), days, period: PERIOD }
  const row = assess({ ...asked, today: '2021-08-03' })
  expect(row.months).toEqual([
    '0.00',
    '0.00',
    '10.00',
    '10.00',
    '10.00',
    '10.00',
    '24.17',
    '24.17',
    null,
    null,
    null,
    null,
  ])
  expect(sayRow(row, '%', 'zh')).toMatchObject({
    headroom: '需再支付 85.00 万元',
    forecast: '样本不足（3 条，至少 12 条且满四周），不作预测。',
  })
})
