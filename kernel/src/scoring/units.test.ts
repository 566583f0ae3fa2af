import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { inOneUnit } from './units.ts'

/** `96 %` or a bare `96`. */
function quantity(printed: string) {
  const [value = '', unit = null] = printed.split(' ')
  return { value: decimal(value), unit }
}

function compared(actual: string, target: string) {
  const bound = quantity(target)
  return inOneUnit(quantity(actual), [bound.value], bound.unit)
}

test.each([
  ['600 秒', '10 分钟', '600 of 600 秒'],
  ['480 分', '8 小时', '28800 of 28800 秒'],
  ['10 分钟', '15 min', '600 of 900 秒'],
  ['1 天', '24 小时', '86400 of 86400 秒'],
  ['0.1 %', '1 ‰', '1 of 1 ‰'],
  ['1 /18', '1 /20', '1.111111111111 of 1 /20'],
  ['96', '95 %', '96 of 95 %'],
  ['96 %', '95', '96 of 95 %'],
])('%s held against %s is %s', (actual, target, expected) => {
  const answer = compared(actual, target)
  const said = answer.ok
    ? `${Number(answer.value.actual)} of ${Number(answer.value.bounds[0])} ${answer.value.unit}`
    : ''
  expect(said).toBe(expected)
})

test.each([
  ['0.96', '95 %', 'unit-suspect'],
  ['96 %', '0.95', 'target-unit-suspect'],
  ['95 次', '95 %', 'unit-differs'],
])('%s held against %s is not guessed', (actual, target, code) => {
  const answer = compared(actual, target)
  expect(answer.ok ? answer.value : answer.problem.code).toBe(code)
})

test('a bare share and a percentage are never compared as they stand', () => {
  const share = fc.integer({ min: 1, max: 100 }).map((hundredths) => (hundredths / 100).toFixed(2))
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 200 }), (bound, percent) => {
      expect(compared(`${percent} %`, bound).ok).toBe(false)
    }),
  )
})
