import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { type DeviationFacts, proposeReason } from './propose-reason.ts'

const blank = Array.from({ length: 12 }, () => null)
const facts: DeviationFacts = {
  actual: '94.2%',
  target: '≥98%',
  bound: { operator: 'ge', value: decimal('98') },
  months: [decimal('99'), decimal('91.5'), decimal('96'), ...blank.slice(3)],
  unit: '%',
  counted: 1284,
  late: 3,
  isShort: true,
}

test.each<[string, Partial<DeviationFacts>, string]>([
  [
    'names the months that fell short and the records behind it',
    {},
    '全年实际94.2%，未达到目标≥98%；其中2个月未达到：2月91.5%、3月96%；依据1284条记录计算；其中补录3条。',
  ],
  [
    'says so when no month was better',
    { months: [decimal('94'), ...blank.slice(1)], late: 0 },
    '全年实际94.2%，未达到目标≥98%；各月均未达到；依据1284条记录计算。',
  ],
  [
    'of what went far beyond names no month',
    { actual: '140次', target: '≥100次', isShort: false, late: 0, counted: 140 },
    '全年实际140次，大幅超过目标≥100次；依据140条记录计算。',
  ],
])('a proposed reason %s', (_, changes, reason) => {
  expect(proposeReason({ ...facts, ...changes })).toBe(reason)
})
