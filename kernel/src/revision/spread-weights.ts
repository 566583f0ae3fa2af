import { add, compare, type Decimal, decimal, divide, isZero, multiply, subtract, sum, ZERO } from '../decimal.ts'

const HUNDREDTH = decimal('0.01')

/**
 * Hands the weight of cancelled rows to those that stay, in proportion to their own, in whole hundredths and without
 * losing one: the hundredths left over go to the largest remainders, earlier rows first. The total is unchanged.
 * Rows without weight, or nothing to share with, stay as they are.
 */
export function spreadWeights(weights: readonly Decimal[], freed: Decimal): Decimal[] {
  const whole = sum(weights)
  if (isZero(whole) || isZero(freed)) return [...weights]
  const shares = weights.map((weight) => {
    const exact = divide(multiply(freed, weight), whole, { scale: 2, rounding: 'down' })
    return { exact, rest: subtract(multiply(freed, weight), multiply(exact, whole)) }
  })
  const handedOut = sum(shares.map(({ exact }) => exact))
  const left = Number(divide(subtract(freed, handedOut), HUNDREDTH, { scale: 0, rounding: 'down' }))
  const lucky = new Set(
    shares
      .map(({ rest }, index) => ({ rest, index }))
      .toSorted((a, b) => compare(b.rest, a.rest) || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  )
  return weights.map((weight, index) =>
    add(add(weight, shares[index]?.exact ?? ZERO), lucky.has(index) ? HUNDREDTH : ZERO),
  )
}
