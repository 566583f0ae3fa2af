import { add, compare, type Decimal, decimal, isNegative, subtract, ZERO } from '../decimal.ts'

const FULL: Decimal = decimal('100')

/** Points off in a year's ledger; entries that take a mistake back are negative. */
export type Appraisal = { readonly points: Decimal; readonly score: Decimal; readonly passed: boolean }

/** The score of a vendor: 100 less what the ledger takes off, from 0 to 100, held against the contract's pass mark. */
export function appraise(deductions: readonly Decimal[], passMark: Decimal): Appraisal {
  const all = deductions.reduce(add, ZERO)
  const points = isNegative(all) ? ZERO : all
  const rest = subtract(FULL, points)
  const score = isNegative(rest) ? ZERO : rest
  return { points, score, passed: compare(score, passMark) >= 0 }
}
