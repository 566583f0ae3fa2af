import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Decimal, decimal } from '../decimal.ts'
import type { Operator } from '../target/target.ts'
import { inventedPack, inventedSource as source } from './invented-pack.ts'
import { fullPoints } from './points.ts'
import { keepsBound, scoreBound } from './score-bound.ts'
import { scoreRange } from './score-range.ts'
import { sayTrace } from './trace.ts'

const linear = inventedPack().scoring
const ratio = inventedPack({ scoring: { negative: { method: 'ratio', source } } }).scoring
const gate = inventedPack({ scoring: { positive: { method: 'gate', passLine: '60', source } } }).scoring
const EVERY_PACK = [linear, ratio, gate]

function bound(written: string, actual: string, weight: string) {
  const [, operator = 'eq', target = '0'] = /^(ge|gt|le|lt|eq) (\S+)$/.exec(written) ?? []
  return {
    operator: operator as Operator,
    target: decimal(target),
    actual: decimal(actual),
    weight: decimal(weight),
    unit: null,
  }
}

describe('what a number earns by rule', () => {
  test.each([
    ['ge 100', '99', '10', 'R-POS', '9.90'],
    ['ge 732', '700', '15', 'R-POS', '14.34'],
    ['ge 95', '95', '10', 'R-POS', '10.00'],
    ['ge 95', '200', '10', 'R-POS', '10.00'],
    ['gt 95', '95', '10', 'R-POS', '10.00'],
    ['gt 0', '0', '10', 'R-POS', '0.00'],
    ['gt 0', '1', '10', 'R-POS', '10.00'],
    ['ge 95', '0', '10', 'R-POS', '0.00'],
    ['ge 95', '-3', '10', 'R-POS', '0.00'],
    ['ge 0', '0', '10', 'R-POS', '10.00'],
    ['ge 0', '-1', '10', 'R-POS', '0.00'],
    ['ge -5', '-10', '10', 'R-POS', '0.00'],
    ['eq 100', '98.5', '15', 'R-EQ', '14.78'],
    ['eq 100', '100.0', '15', 'R-EQ', '15.00'],
    ['eq 12', '13', '5', 'R-EQ', '5.00'],
    ['eq 0', '0', '5', 'R-ZERO', '5.00'],
    ['eq 0', '1', '5', 'R-ZERO', '0.00'],
    ['le 0.00', '0', '5', 'R-ZERO', '5.00'],
    ['le 0.00', '0.01', '5', 'R-ZERO', '0.00'],
    ['le 0.00', '-1', '5', 'R-ZERO', '5.00'],
    ['le 1', '1', '5', 'R-NEG-LIN', '5.00'],
    ['le 1', '0', '5', 'R-NEG-LIN', '5.00'],
    ['le 1', '2', '5', 'R-NEG-LIN', '0.00'],
    ['le 1', '9', '5', 'R-NEG-LIN', '0.00'],
    ['le 10', '12', '5', 'R-NEG-LIN', '4.00'],
    ['lt 8', '8', '5', 'R-NEG-LIN', '5.00'],
    ['lt 8', '10', '4', 'R-NEG-LIN', '3.00'],
    ['le -5', '-6', '4', 'R-NEG-LIN', '4.00'],
    ['le -5', '-4', '4', 'R-NEG-LIN', '0.00'],
  ])('target %s, actual %s, weight %s: %s gives %s', (target, actual, weight, ...[rule, score]) => {
    expect(scoreBound(bound(target, actual, weight), linear)).toMatchObject({ rule, score })
  })

  test.each([
    ['le 10', '12', '5', '4.17'],
    ['le 10', '10', '5', '5.00'],
    ['le 1', '2', '5', '2.50'],
    ['le -1', '2', '5', '0.00'],
  ])('by ratio, limit %s, actual %s, weight %s gives %s', (target, actual, weight, score) => {
    expect(scoreBound(bound(target, actual, weight), ratio)).toMatchObject({ rule: 'R-NEG-RATIO', score })
  })

  test.each([
    ['ge 100', '59.99', '10', '0.00'],
    ['ge 100', '60', '10', '0.00'],
    ['ge 100', '80', '10', '5.00'],
    ['ge 100', '99.99', '10', '10.00'],
    ['ge 100', '100', '10', '10.00'],
    ['eq 200', '150', '8', '3.00'],
    ['ge 0', '-1', '8', '0.00'],
  ])('with a pass line of 60%, target %s, actual %s, weight %s gives %s', (target, actual, weight, score) => {
    expect(scoreBound(bound(target, actual, weight), gate)).toMatchObject({ rule: 'R-POS-GATE', score })
  })
})

test.each([
  ['4', 'R-RANGE', '10.00'],
  ['3', 'R-RANGE', '10.00'],
  ['5', 'R-RANGE', '10.00'],
  ['2', 'R-POS', '6.67'],
  ['6', 'R-NEG-LIN', '8.00'],
  ['10', 'R-NEG-LIN', '0.00'],
])('3 to 5 people promised and %s there: %s gives %s of 10', (actual, rule, score) => {
  const range = { lower: decimal('3'), upper: decimal('5'), actual: decimal(actual), weight: decimal('10'), unit: '人' }
  expect(scoreRange(range, linear)).toMatchObject({ rule, score })
})

test.each([
  ['ge 100', '99', '10', 'R-POS：实际 99 ÷ 目标 100 × 分值 10 = 9.90'],
  ['ge 732', '700', '15', 'R-POS：实际 700 ÷ 目标 732 × 分值 15 = 14.344262…；四舍五入为 14.34'],
  ['eq 100', '98.5', '15', 'R-EQ：实际 98.5 ÷ 目标 100 × 分值 15 = 14.775；四舍五入为 14.78'],
  ['le 10', '12', '5', 'R-NEG-LIN：分值 5 ×（1 −（实际 12 − 上限 10）÷ 10）= 4.00'],
  ['le 1', '0', '5', 'R-NEG-LIN：实际 0 符合目标 ≤1，得满分 5.00'],
])('target %s, actual %s, weight %s is explained: %s', (target, actual, weight, said) => {
  expect(sayTrace(scoreBound(bound(target, actual, weight), linear), 'zh')).toBe(said)
})

const anyNumber = fc
  .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom('', '.5', '.25', '.01'))
  .map(([n, f]) => decimal(`${n}${f}`))
const anyWeight = fc
  .integer({ min: 1, max: 10_000 })
  .map((cents) => decimal(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`))
const anyOperator = fc.constantFrom<Operator>('ge', 'gt', 'le', 'lt', 'eq')
const anyRules = fc.constantFrom(...EVERY_PACK)

describe('whatever the numbers', () => {
  test('a score lies between 0 and its weight and nothing is divided by zero', () => {
    fc.assert(
      fc.property(
        anyOperator,
        anyNumber,
        anyNumber,
        anyWeight,
        anyRules,
        (operator, target, actual, ...[weight, rules]) => {
          const { score } = scoreBound({ operator, target, actual, weight, unit: '%' }, rules)
          expect(compare(score, decimal('0'))).toBeGreaterThanOrEqual(0)
          expect(compare(score, weight)).toBeLessThanOrEqual(0)
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('more never earns less where more is promised, and never earns more where less is promised', () => {
    fc.assert(
      fc.property(
        anyOperator,
        anyNumber,
        fc.tuple(anyNumber, anyNumber),
        anyWeight,
        anyRules,
        (operator, target, pair, ...[weight, rules]) => {
          const [low, high] = [...pair].sort(compare) as [Decimal, Decimal]
          const points = (actual: Decimal) => scoreBound({ operator, target, actual, weight, unit: null }, rules).score
          const falls =
            operator === 'le' || operator === 'lt' || (operator === 'eq' && compare(target, decimal('0')) === 0)
          const order = compare(points(low), points(high))
          expect(falls ? order >= 0 : order <= 0).toBe(true)
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('a promise kept earns the whole weight', () => {
    fc.assert(
      fc.property(
        anyOperator,
        anyNumber,
        anyNumber,
        anyWeight,
        anyRules,
        (operator, target, actual, ...[weight, rules]) => {
          fc.pre(keepsBound({ operator, target, actual }))
          expect(scoreBound({ operator, target, actual, weight, unit: null }, rules).score).toBe(fullPoints(weight))
        },
      ),
    )
  })
})
