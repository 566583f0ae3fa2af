import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, type Decimal, decimal, divide, sum } from '../decimal.ts'
import { spreadWeights } from './spread-weights.ts'

test.each([
  [['10', '10', '20'], '10', ['12.50', '12.50', '25.00']],
  [['10', '10', '10'], '10', ['13.34', '13.33', '13.33']],
  [['5'], '10', ['15.00']],
  [['0', '0'], '10', ['0', '0']],
  [['30', '60'], '0', ['30', '60']],
])('weights %j with %s freed become %j', (weights, freed, expected) => {
  expect(spreadWeights(weights.map(decimal), decimal(freed))).toEqual(expected)
})

test('no hundredth is lost and no row loses weight', () => {
  const hundredths = fc
    .integer({ min: 0, max: 10_000 })
    .map((n) => divide(decimal(n), decimal('100'), { scale: 2, rounding: 'down' }))
  fc.assert(
    fc.property(fc.array(hundredths, { minLength: 1, maxLength: 40 }), hundredths, (weights, freed) => {
      fc.pre(compare(sum(weights), decimal('0')) > 0)
      const after = spreadWeights(weights, freed)
      expect(compare(sum(after), sum([...weights, freed]))).toBe(0)
      expect(after.every((weight, index) => compare(weight, weights[index] as Decimal) >= 0)).toBe(true)
    }),
  )
})
