import { expect, test } from 'vitest'
import { type AccountedRow, draftAccount } from './draft-account.ts'

const RESPONSE: AccountedRow = {
  position: 4,
  name: '运维事件响应时间',
  target: '≤10分钟',
  actual: '6.50分钟',
  stated: '6.50分钟',
  isReached: true,
  from: '2025-01-01',
  until: '2025-12-31',
  counted: 1284,
  late: 0,
  excluded: [],
  asOf: '2026-01-15',
}

test.each<[string, Partial<AccountedRow>, string]>([
  ['reached', {}, '运维事件响应时间全年6.50分钟，达到目标≤10分钟'],
  [
    'missed',
    { actual: '12.00分钟', stated: '12.00分钟', isReached: false },
    '运维事件响应时间全年12.00分钟，未达到目标≤10分钟',
  ],
  ['not judged yet', { isReached: null }, '运维事件响应时间全年6.50分钟'],
  [
    'of a part of the year',
    { from: '2025-03-01', isReached: null },
    '运维事件响应时间2025-03-01至2025-12-31为6.50分钟',
  ],
  [
    'where the unit states another figure',
    { stated: '6分钟', isReached: null },
    '运维事件响应时间全年6.50分钟（单位另有依据，填报6分钟）',
  ],
])('a row %s', (_title, changes, sentence) => {
  expect(draftAccount([{ ...RESPONSE, ...changes }], 0).sentences[0]?.sentence).toBe(sentence)
})

test('a footnote says period, records, those entered late, those left out and why, and the day of the reading', () => {
  const excluded = [
    { reason: '演练', count: 2 },
    { reason: '重复', count: 1 },
  ]
  const [said] = draftAccount([{ ...RESPONSE, late: 3, excluded }], 0).sentences
  expect(said?.note).toBe(
    '2025-01-01至2025-12-31记录1284条，其中补录3条，未计入3条（演练2条、重复1条），2026-01-15读数',
  )
})

test('the text goes into the form with its footnotes, and says how many rows no record speaks for', () => {
  const repair = { ...RESPONSE, position: 5, name: '修复时间', isReached: null }
  expect(draftAccount([RESPONSE, repair], 7).text).toBe(
    '运维事件响应时间全年6.50分钟，达到目标≤10分钟[1]；修复时间全年6.50分钟[2]。' +
      '另有7项指标没有记录可计算，按单位填报。\n' +
      '注：[1]2025-01-01至2025-12-31记录1284条，2026-01-15读数；[2]2025-01-01至2025-12-31记录1284条，2026-01-15读数。',
  )
})

test('without records nothing is written', () => {
  expect(draftAccount([], 43)).toEqual({ sentences: [], text: '' })
})
