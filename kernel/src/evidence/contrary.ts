import { compare, type Decimal, isNegative, isZero, multiply } from '../decimal.ts'
import type { Bound } from './bound.ts'
import type { Combine } from './parts.ts'
import type { RowShape } from './row-shape.ts'

type Contribution = { readonly numerator: Decimal; readonly denominator: Decimal }

/** A single record that speaks against the promise: late, unsolved, an incident where few are allowed. */
export function isAgainst(
  { numerator, denominator }: Contribution,
  { operator, value }: Bound,
  { combine, shape }: { readonly combine: Combine; readonly shape: RowShape },
): boolean {
  const isUpper = operator === 'le' || operator === 'lt'
  // A budget not paid out yet is a whole and no failure.
  if (shape === 'money') return false
  switch (combine) {
    case 'share':
      return isUpper ? isPositive(numerator) : compare(numerator, denominator) < 0
    case 'sum':
      return isUpper && isPositive(numerator)
    case 'mean':
    case 'maximum':
    case 'minimum': {
      const order = compare(numerator, multiply(value, denominator))
      return isUpper ? order > 0 : order < 0
    }
  }
}

function isPositive(value: Decimal): boolean {
  return !isZero(value) && !isNegative(value)
}
