import { expect, test } from 'vitest'
import { moneyTicks } from './money-ticks.ts'

test.each([
  [57_607_470, [0, 20_000_000, 40_000_000, 60_000_000], 10_000],
  [372_100, [0, 100_000, 200_000, 300_000, 400_000], 10_000],
  [180_000, [0, 50_000, 100_000, 150_000, 200_000], 10_000],
  [9_600, [0, 2_500, 5_000, 7_500, 10_000], 1],
  [0, [0, 0.25], 1],
])('an axis up to %d is marked at round amounts', (high, at, per) => {
  expect(moneyTicks(high)).toEqual({ at, per })
})
