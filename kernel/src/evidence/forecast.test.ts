import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecast, type SoFar } from './forecast.ts'

const weeks = (count: number, each: SoFar['weeks'][number]) => Array.from({ length: count }, () => each)
const half: SoFar = {
  combine: 'mean',
  shape: 'time',
  weeks: weeks(26, { numerator: 64, denominator: 10, counted: 10 }),
  elapsedDays: 182,
  remainingDays: 183,
  value: 6.4,
}

test('weeks that were all alike go on alike', () => {
  expect(forecast(half)).toMatchObject({ kind: 'forecast', value: 6.4, low: 6.4, high: 6.4 })
})

test('money paid evenly reaches twice as much in twice the time', () => {
  const paid = { ...half, combine: 'share' as const, shape: 'money' as const, remainingDays: 182 }
  const [first, ...rest] = weeks(26, { numerator: 2, denominator: 0, counted: 1 })
  const given = { ...paid, weeks: [{ numerator: 2, denominator: 100, counted: first?.counted ?? 1 }, ...rest] }
  expect(forecast(given)).toMatchObject({ kind: 'forecast', value: 104 })
})

test.each<[string, Partial<SoFar>, object]>([
  [
    'eleven records',
    { weeks: weeks(11, { numerator: 1, denominator: 1, counted: 1 }) },
    { kind: 'too-few', counted: 11 },
  ],
  ['a few days', { elapsedDays: 27 }, { kind: 'too-few' }],
  ['nothing', { value: null, weeks: [] }, { kind: 'too-few', counted: 0 }],
  ['a year that is over', { remainingDays: 0 }, { kind: 'final', value: 6.4 }],
  ['the longest of all', { combine: 'maximum' }, { kind: 'stands', value: 6.4 }],
])('%s is no ground for a guess', (_, changes, expected) => {
  expect(forecast({ ...half, ...changes })).toMatchObject(expected)
})

test.each([
  [0, { kind: 'too-few', needed: 3 }],
  [2, { kind: 'too-few', needed: 3 }],
  [10, { kind: 'forecast', value: 20 }],
])('%i events in half a year', (value, expected) => {
  const counted = { combine: 'sum', shape: 'count', weeks: [], elapsedDays: 182, remainingDays: 182, value } as const
  expect(forecast(counted)).toMatchObject(expected)
})

test('the estimate lies between its ends, and a share between what can still be', () => {
  const week = fc
    .tuple(fc.nat(30), fc.nat(30))
    .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other), counted: 1 }))
  void fc.assert(
    fc.property(fc.array(week, { minLength: 12, maxLength: 40 }), fc.integer({ min: 1, max: 100 }), (some, left) => {
      if (some.every(({ denominator }) => denominator === 0)) return
      const elapsedDays = some.length * 7
      const given = {
        combine: 'share',
        shape: 'ratio',
        weeks: some,
        elapsedDays,
        remainingDays: left,
        value: 1,
      } as const
      const found = forecast(given)
      if (found.kind !== 'forecast') throw new Error(found.kind)
      expect(found.low).toBeLessThanOrEqual(found.value + 1e-9)
      expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-9)
      expect(found.low).toBeGreaterThanOrEqual(0)
      expect(found.high).toBeLessThanOrEqual(100 + 1e-9)
    }),
  )
})
