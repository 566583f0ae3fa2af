/**
 * Exact decimal numbers as branded text. Text passes through JSON, SQL `numeric` and logs unchanged; arithmetic
 * happens only here, on `bigint`, and every rounding is named by the caller.
 */
export type Decimal = string & { readonly __brand: 'Decimal' }

/** `half-up` rounds halves away from zero (四舍五入), `down` towards zero, `up` away from zero. */
export type Rounding = 'half-up' | 'down' | 'up'

const DECIMAL_TEXT = /^-?\d+(\.\d+)?$/
const MAX_DIGITS = 400

type Scaled = { readonly units: bigint; readonly scale: number }

/** Plain decimal text only: optional minus, digits, optional fraction. No sign +, exponent, separators or blanks. */
export function isDecimal(text: string): text is Decimal {
  return text.length <= MAX_DIGITS && DECIMAL_TEXT.test(text)
}

/** For literals and values already checked; a malformed text is a bug, so it throws. */
export function decimal(text: string | number | bigint): Decimal {
  const plain = String(text)
  if (!isDecimal(plain)) throw new Error(`not a decimal: ${plain.slice(0, 40)}`)
  return plain
}

export const ZERO: Decimal = decimal('0')

export function add(left: Decimal, right: Decimal): Decimal {
  if (areSmallWhole(left, right)) return String(Number(left) + Number(right)) as Decimal
  const [a, b, scale] = align(left, right)
  return toText({ units: a + b, scale })
}

export function subtract(left: Decimal, right: Decimal): Decimal {
  const [a, b, scale] = align(left, right)
  return toText({ units: a - b, scale })
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  const [a, b] = [toScaled(left), toScaled(right)]
  return toText({ units: a.units * b.units, scale: a.scale + b.scale })
}

/** A zero divisor is a bug of the caller: rules decide what division by zero means before they divide. */
export function divide(dividend: Decimal, divisor: Decimal, to: { scale: number; rounding: Rounding }): Decimal {
  const [a, b] = [toScaled(dividend), toScaled(divisor)]
  if (b.units === 0n) throw new Error('division by zero')
  const exponent = to.scale + b.scale - a.scale
  const numerator = exponent >= 0 ? a.units * 10n ** BigInt(exponent) : a.units
  const denominator = exponent >= 0 ? b.units : b.units * 10n ** BigInt(-exponent)
  return toText({ units: quotient(numerator, denominator, to.rounding), scale: to.scale })
}

export function round(value: Decimal, to: { scale: number; rounding: Rounding }): Decimal {
  return divide(value, decimal('1'), to)
}

export function sum(values: readonly Decimal[]): Decimal {
  return sumOfShort(values) ?? values.reduce(add, ZERO)
}

/** Negative, zero or positive, as sorting functions want it. */
export function compare(left: Decimal, right: Decimal): -1 | 0 | 1 {
  if (left === right) return 0
  const [a, b] = areShort(left, right) ? [Number(left), Number(right)] : align(left, right)
  return a < b ? -1 : a > b ? 1 : 0
}

export function isZero(value: Decimal): boolean {
  return toScaled(value).units === 0n
}

export function isNegative(value: Decimal): boolean {
  return toScaled(value).units < 0n
}

export function minimum(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) <= 0 ? left : right
}

export function maximum(left: Decimal, right: Decimal): Decimal {
  return compare(left, right) >= 0 ? left : right
}

export function negate(value: Decimal): Decimal {
  return subtract(ZERO, value)
}

/** One spelling per number: `99.00` → `99`, `-0.0` → `0`, `007` → `7`. For comparing spellings, not for printing money. */
export function normalize(value: Decimal): Decimal {
  const plain = toText(toScaled(value))
  return plain.includes('.') ? (plain.replace(/\.?0+$/, '') as Decimal) : plain
}

/** Up to fifteen digits the numbers of the machine tell every decimal from every other. */
const EXACT_DIGITS = 15
/** Up to here a number of the machine times a power of ten is less than half a unit off, so that rounding it is exact. */
const EXACT_UNITS = 1e15

function areShort(left: Decimal, right: Decimal): boolean {
  return left.length <= EXACT_DIGITS && right.length <= EXACT_DIGITS
}

function areSmallWhole(left: Decimal, right: Decimal): boolean {
  return areShort(left, right) && !left.includes('.') && !right.includes('.')
}

/** Sums of a year are made of thousands of short numbers; null where one of them, or what they come to, is too long. */
function sumOfShort(values: readonly Decimal[]): Decimal | null {
  let scale = 0
  for (const value of values) {
    if (value.length > EXACT_DIGITS) return null
    const point = value.indexOf('.')
    if (point >= 0) scale = Math.max(scale, value.length - point - 1)
  }
  const unit = 10 ** scale
  let units = 0
  for (const value of values) {
    const own = Number(value) * unit
    units += Math.round(own)
    if (Math.abs(own) > EXACT_UNITS || Math.abs(units) > EXACT_UNITS) return null
  }
  return toText({ units: BigInt(units), scale })
}

function toScaled(value: Decimal): Scaled {
  const point = value.indexOf('.')
  if (point < 0) return { units: BigInt(value), scale: 0 }
  return { units: BigInt(value.slice(0, point) + value.slice(point + 1)), scale: value.length - point - 1 }
}

function toText({ units, scale }: Scaled): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const text = scale > 0 ? `${whole}.${digits.slice(-scale)}` : whole
  return (units < 0n ? `-${text}` : text) as Decimal
}

function align(left: Decimal, right: Decimal): readonly [bigint, bigint, number] {
  const [a, b] = [toScaled(left), toScaled(right)]
  if (a.scale === b.scale) return [a.units, b.units, a.scale]
  const scale = Math.max(a.scale, b.scale)
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale]
}

function quotient(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const [whole, rest] = [n / d, n % d]
  const up = rounding === 'up' ? rest > 0n : rounding === 'half-up' && rest * 2n >= d
  const magnitude = up ? whole + 1n : whole
  return negative ? -magnitude : magnitude
}
