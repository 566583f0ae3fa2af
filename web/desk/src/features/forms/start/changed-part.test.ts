import { expect, test } from 'vitest'
import { changedPart } from './changed-part.ts'

test.each([
  ['2020年是第二年', '2021年是第二年', { before: '202', old: '0', fresh: '1', after: '年是第二年' }],
  ['第二年', '第三年', { before: '第', old: '二', fresh: '三', after: '年' }],
  ['一样', '一样', { before: '一样', old: '', fresh: '', after: '' }],
  ['年年', '年', { before: '年', old: '年', fresh: '', after: '' }],
])('from %s to %s the change is shown', (was, now, expected) => {
  expect(changedPart(was, now)).toEqual(expected)
})

test('of a long text only the surroundings of the change are shown', () => {
  const text = '甲'.repeat(100)
  const { before, after } = changedPart(`${text}二${text}`, `${text}三${text}`)
  expect([before.length, after.length]).toEqual([25, 25])
})
