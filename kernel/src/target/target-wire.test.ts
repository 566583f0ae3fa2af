import { expect, test } from 'vitest'
import { say } from '../wording.ts'
import { parseTarget } from './parse-target.ts'
import { targetToWire, wireTargetSchema } from './target-wire.ts'
import { ACTUAL_NOTES, ACTUAL_PROBLEMS, TARGET_NOTES, TARGET_PROBLEMS } from './target-wording.ts'

const EMPTY = { operator: null, value: null, upper: null, unit: null, period: null, grades: [], date: null, notes: [] }

test.each([
  ['≥95.00%', { kind: 'number', operator: 'ge', value: '95.00', unit: '%' }],
  ['全年不超过1次', { kind: 'number', operator: 'le', value: '1', unit: '次', period: 'year' }],
  ['3~5人', { kind: 'range', value: '3', upper: '5', unit: '人' }],
  ['每月≥1次', { kind: 'frequency', operator: 'ge', value: '1', unit: '次', period: 'month' }],
  [
    '=每周7天*24小时',
    { kind: 'coverage', operator: 'eq', value: '24', unit: '小时', period: 'week', daysPerWeek: '7' },
  ],
  ['2021年12月31日前完成', { kind: 'deadline', operator: 'le', date: '2021-12-31', grades: ['完成'] }],
  ['12月底前', { kind: 'deadline', operator: 'le', date: '12' }],
  ['年内完成', { kind: 'deadline', operator: 'le', period: 'year', grades: ['完成'] }],
  ['比上一年度有所提升', { kind: 'relative', operator: 'gt', direction: 'rise', notes: ['against-last-year'] }],
  [
    '较上年增长≥5%',
    { kind: 'relative', operator: 'ge', value: '5', unit: '%', direction: 'rise', notes: ['against-last-year'] },
  ],
  ['规范完整', { kind: 'grade', grades: ['规范', '完整'] }],
  ['=健全、规范', { kind: 'grade', operator: 'eq', grades: ['健全', '规范'] }],
  ['', { kind: 'none', reason: 'blank' }],
  ['XX', { kind: 'none', reason: 'placeholder' }],
  ['≥95%以下', { kind: 'unreadable', problem: 'operator-conflict' }],
  [
    '≥90%（抽样）',
    { kind: 'number', operator: 'ge', value: '90', unit: '%', qualifier: '抽样', notes: ['qualifier-kept'] },
  ],
])('the stable form of %j', (text, expected) => {
  const wire = targetToWire(text, parseTarget(text))
  expect(wireTargetSchema.parse(wire)).toEqual({ ...EMPTY, text, ...expected })
})

test('a cell with several targets is written as its first, with all of them beside it', () => {
  const wire = targetToWire('≥95%；≤3天', parseTarget('≥95%；≤3天'))
  expect(wire).toMatchObject({ kind: 'number', value: '95', unit: '%', notes: ['several-values'] })
  expect(wire.parts?.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
    ['ge', '95', '%'],
    ['le', '3', '天'],
  ])
})

test.each(Object.entries({ ...TARGET_NOTES, ...TARGET_PROBLEMS, ...ACTUAL_NOTES, ...ACTUAL_PROBLEMS }))(
  'the remark %s is worded in both languages',
  (_code, wording) => {
    expect(say(wording, 'zh')).toMatch(/\p{Script=Han}/u)
    expect(say(wording, 'en')).toMatch(/^[\x20-\x7e\p{Script=Han}]+$/u)
  },
)
