import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { RulePack } from '../rule-pack.ts'
import { gradeOf } from './grade.ts'
import { inventedPack, inventedSource as source } from './invented-pack.ts'

const word = (zh: string) => ({ zh, en: zh })
const steps = (...edges: [string, string][]) => ({
  steps: edges.map(([zh, from]) => ({ name: word(zh), from })),
  source,
})
const CENTRAL = steps(['优', '90'], ['良', '80'], ['中', '60'], ['差', '0'])
const EARLIER = steps(['优', '80'], ['良', '70'], ['中', '60'], ['差', '0'])
const SUPPLIER = steps(['合格', '90'], ['一般', '80'], ['不合格', '0'])

test.each([
  ['100', CENTRAL, '优'],
  ['98.96', CENTRAL, '优'],
  ['90', CENTRAL, '优'],
  ['90.00', CENTRAL, '优'],
  ['89.99', CENTRAL, '良'],
  ['80', CENTRAL, '良'],
  ['79.99', CENTRAL, '中'],
  ['60', CENTRAL, '中'],
  ['59.99', CENTRAL, '差'],
  ['0', CENTRAL, '差'],
  ['80.00', EARLIER, '优'],
  ['79.99', EARLIER, '良'],
  ['70', EARLIER, '良'],
  ['69.99', EARLIER, '中'],
  ['59.99', EARLIER, '差'],
  ['98.89', EARLIER, '优'],
  ['90', SUPPLIER, '合格'],
  ['89.99', SUPPLIER, '一般'],
  ['80', SUPPLIER, '一般'],
  ['79.99', SUPPLIER, '不合格'],
])('%s points are graded without a gap (%#)', (total, grades, expected) => {
  expect(gradeOf(decimal(total), inventedPack({ grades }).grades)?.zh).toBe(expected)
})

test('no total from 0 to 100 is left without a grade', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
      const total = decimal(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`)
      expect(gradeOf(total, inventedPack().grades)).not.toBeNull()
    }),
  )
})

test.each([
  ['a gap at the bottom', steps(['优', '90'], ['良', '80'])],
  ['steps out of order', steps(['良', '80'], ['优', '90'], ['差', '0'])],
  ['two steps on one edge', steps(['优', '90'], ['良', '90'], ['差', '0'])],
])('a scheme with %s is refused', (_, grades) => {
  expect(() => inventedPack({ grades })).toThrow('grades must descend to 0')
})

test('the schema refuses an unknown key', () => {
  expect(RulePack.safeParse({ ...inventedPack(), colour: 'red' }).success).toBe(false)
})
