import { type Decimal, decimal, divide } from '../decimal.ts'

/** The 0.975 quantile of the normal distribution, squared, in millionths: 1.959964². */
const Z_SQUARED = 3_841_459n
const MILLION = 1_000_000n
/** Digits kept under the root. */
const FINE = 1_000_000_000n

export type Interval = { readonly low: Decimal; readonly high: Decimal }

/**
 * The Wilson interval of a share at 95 % confidence, in percent to two digits, rounded outwards to nobody's favour: the
 * low end down, the high end up. null without answers. E. B. Wilson, JASA 22 (1927) 209.
 */
export function wilson(satisfied: number, answered: number): Interval | null {
  if (answered === 0) return null
  const [k, n] = [BigInt(satisfied), BigInt(answered)]
  // z² + 4k(n − k)/n, and the root of it times z, all in millionths of a millionth.
  const under = Z_SQUARED * (Z_SQUARED * n + 4n * k * (n - k) * MILLION)
  const root = squareRoot((under * FINE * FINE) / n)
  const middle = (2n * k * MILLION + Z_SQUARED) * FINE
  const whole = 2n * (n * MILLION + Z_SQUARED) * FINE
  const low = middle - root
  return {
    low: percent(low < 0n ? 0n : low, whole, 'down'),
    high: percent(middle + root > whole ? whole : middle + root, whole, 'up'),
  }
}

function percent(part: bigint, whole: bigint, rounding: 'down' | 'up'): Decimal {
  return divide(decimal(part * 100n), decimal(whole), { scale: 2, rounding })
}

/** The whole part of the root, by Newton's method. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const next = (guess + value / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}
