import { add, type Decimal, isNegative, multiply, subtract, ZERO } from '../decimal.ts'

type InstalmentMoney = {
  /** 元 of the instalment, by the contract. */
  readonly amount: Decimal
  /** 元 paid of it. */
  readonly paid: readonly Decimal[]
  /** Points taken off by the appraisal the instalment waits for; zero without one. */
  readonly points: Decimal
  /** 元 a point costs, by the contract. */
  readonly pointValue: Decimal
}

export type Payable = {
  /** 元 the deductions take off; never more than the instalment. */
  readonly deducted: Decimal
  readonly paid: Decimal
  /** 元 that may still be paid; never below zero. */
  readonly left: Decimal
  /** 元 paid beyond what is owed: a deduction came after the money had gone. */
  readonly over: Decimal
}

/** What may be paid of an instalment: its amount, less what the appraisal takes off, less what was paid. */
export function payableOf({ amount, paid, points, pointValue }: InstalmentMoney): Payable {
  const asked = isNegative(points) ? ZERO : multiply(points, pointValue)
  const deducted = isNegative(subtract(amount, asked)) ? amount : asked
  const total = paid.reduce(add, ZERO)
  const left = subtract(subtract(amount, deducted), total)
  if (isNegative(left)) return { deducted, paid: total, left: ZERO, over: subtract(ZERO, left) }
  return { deducted, paid: total, left, over: ZERO }
}
