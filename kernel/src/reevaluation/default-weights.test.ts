import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Decimal, decimal, sum } from '../decimal.ts'
import { inventRow } from '../lint/form-builder.ts'
import { inventedPack } from '../scoring/invented-pack.ts'
import { defaultWeights, remainingWeights } from './default-weights.ts'

const row = (level1: string, target = '≥95%', level3 = '某率') => inventRow({ level1, target, level3 })
const [OUTPUT, EFFECT, SATISFIED] = ['产出指标', '效益指标', '满意度指标'] as const

test('the weight of each level is shared evenly, and a row that promises nothing weighs nothing', () => {
  const rows = [row('产出目标'), row(OUTPUT), row(OUTPUT), row(EFFECT), row(EFFECT, '0', '无'), row(SATISFIED)]
  expect(defaultWeights(rows, inventedPack())).toEqual(['16.67', '16.67', '16.66', '30.00', '0', '10.00'])
})

test.each([
  ['a level without a row', [row(OUTPUT), row(EFFECT)]],
  ['a level nobody knows', [row(OUTPUT), row(EFFECT), row(SATISFIED), row('影响力目标')]],
])('%s is for a person to decide', (_title, rows) => {
  expect(defaultWeights(rows, inventedPack())).toBeNull()
})

test('however many rows, the weights add up to ninety beside the ten of the money', () => {
  const count = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(count, count, count, (a, b, c) => {
      const rows = [[OUTPUT, a] as const, [EFFECT, b] as const, [SATISFIED, c] as const].flatMap(([level, n]) =>
        Array.from({ length: n }, () => row(level)),
      )
      expect(Number(sum((defaultWeights(rows, inventedPack()) ?? []) as Decimal[]))).toBe(90)
    }),
  )
})

test('what is left of the hundred is shared evenly among the rows without a weight', () => {
  const rows = [
    { ...row(OUTPUT), weight: decimal('20') },
    row('投入与管理'),
    row('影响力目标'),
    row(EFFECT, '0', '无'),
    row(EFFECT),
  ]
  expect(remainingWeights(rows, decimal('10'))).toEqual([null, '23.34', '23.33', '0', '23.33'])
  expect(remainingWeights([{ ...row(OUTPUT), weight: decimal('90') }, row(EFFECT)], decimal('10'))).toEqual([
    null,
    null,
  ])
})
