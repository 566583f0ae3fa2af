import { Decimal as Oracle } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isDecimal,
  isNegative,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  normalize,
  type Rounding,
  round,
  subtract,
  sum,
} from './decimal.ts'

const CASES = { numRuns: 10_000 }
const Exact = Oracle.clone({ precision: 500, toExpNeg: -9e15, toExpPos: 9e15 })

const ROUNDINGS: Record<Rounding, Oracle.Rounding> = {
  'half-up': Oracle.ROUND_HALF_UP,
  down: Oracle.ROUND_DOWN,
  up: Oracle.ROUND_UP,
}

const anyDecimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 9 }))
  .map(([negative, units, scale]) => {
    const digits = units.toString().padStart(scale + 1, '0')
    const plain = scale > 0 ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits
    return decimal(negative ? `-${plain}` : plain)
  })
const shortDecimal = fc
  .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([units, scale]) => decimal((units / 10 ** scale).toFixed(scale)))
const anyRounding = fc.constantFrom<Rounding>('half-up', 'down', 'up')
const anyScale = fc.integer({ min: 0, max: 12 })

const plain = (value: Oracle): string => value.toFixed().replace(/^-0$/, '0')
const same = (ours: Decimal, theirs: Oracle): void => expect(normalize(ours)).toBe(plain(theirs))

describe('the arithmetic agrees with an independent library', () => {
  test('sums, differences and products are exact', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        same(add(a, b), new Exact(a).plus(b))
        same(subtract(a, b), new Exact(a).minus(b))
        same(multiply(a, b), new Exact(a).times(b))
      }),
      CASES,
    )
  })

  test('a sum of many, short and long, reads as adding one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: shortDecimal }, anyDecimal)), (values) => {
        expect(sum(values)).toBe(values.reduce(add, decimal('0')))
      }),
      CASES,
    )
  })

  test('short numbers are told apart as by the library', () => {
    fc.assert(
      fc.property(shortDecimal, shortDecimal, (a, b) => {
        expect(compare(a, b)).toBe(new Exact(a).cmp(b))
      }),
      CASES,
    )
  })

  test('quotients round as named, to the scale named', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyScale, anyRounding, (a, b, scale, rounding) => {
        fc.pre(!isZero(b))
        const ours = divide(a, b, { scale, rounding })
        same(ours, new Exact(a).div(b).toDecimalPlaces(scale, ROUNDINGS[rounding]))
        expect(ours.split('.')[1]?.length ?? 0).toBe(scale)
      }),
      CASES,
    )
  })

  test('rounding agrees for every rounding', () => {
    fc.assert(
      fc.property(anyDecimal, anyScale, anyRounding, (value, scale, rounding) => {
        same(round(value, { scale, rounding }), new Exact(value).toDecimalPlaces(scale, ROUNDINGS[rounding]))
      }),
      CASES,
    )
  })

  test('comparison, sign and zero agree', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const order = new Exact(a).comparedTo(b)
        expect(compare(a, b)).toBe(order)
        expect(minimum(a, b)).toBe(order <= 0 ? a : b)
        expect(maximum(a, b)).toBe(order >= 0 ? a : b)
        expect(isZero(a)).toBe(new Exact(a).isZero())
        expect(isNegative(a)).toBe(new Exact(a).isNegative() && !new Exact(a).isZero())
        same(negate(a), new Exact(a).negated())
      }),
      CASES,
    )
  })
})

describe('halves are rounded as the office does it', () => {
  test.each([
    ['9.845', 2, 'half-up', '9.85'],
    ['9.8449999', 2, 'half-up', '9.84'],
    ['-9.845', 2, 'half-up', '-9.85'],
    ['0.005', 2, 'half-up', '0.01'],
    ['-0.004', 2, 'half-up', '0.00'],
    ['2.5', 0, 'half-up', '3'],
    ['9.999', 2, 'down', '9.99'],
    ['-9.999', 2, 'down', '-9.99'],
    ['9.991', 2, 'up', '10.00'],
    ['-9.991', 2, 'up', '-10.00'],
    ['7', 2, 'up', '7.00'],
  ] as const)('%s to %i places %s is %s', (value, scale, rounding, expected) => {
    expect(round(decimal(value), { scale, rounding })).toBe(expected)
  })
})

test.each([
  ['99.00', '99'],
  ['100', '100'],
  ['0.00', '0'],
  ['-0.0', '0'],
  ['007', '7'],
  ['0.10', '0.1'],
])('%s and %s are one number in one spelling', (value, expected) => {
  expect(normalize(decimal(value))).toBe(expected)
})

test.each(['', '+1', '1e3', '1,000', ' 1', '.5', '5.', '١', '１', '1_0', 'NaN', '9'.repeat(401)])(
  'refuses %j as a decimal',
  (text) => {
    expect(isDecimal(text)).toBe(false)
    expect(() => decimal(text)).toThrow('not a decimal')
  },
)

test('dividing by zero is a bug of the caller', () => {
  expect(() => divide(decimal('1'), decimal('0.00'), { scale: 2, rounding: 'down' })).toThrow('division by zero')
})

test('nothing added up is zero', () => {
  expect(sum([])).toBe('0')
  expect(sum([decimal('0.1'), decimal('0.2'), decimal('-0.3')])).toBe('0.0')
})
