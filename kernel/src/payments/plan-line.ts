import { add, type Decimal, decimal, divide, multiply, ZERO } from '../decimal.ts'

const MONTHS = 12

/** 序时进度: the budget of the year as it should be spent by the end of each month, January first (rules.md §3.5). */
export function planByMonth(fullYear: Decimal): Decimal[] {
  return Array.from({ length: MONTHS }, (_, at) =>
    divide(multiply(fullYear, decimal(at + 1)), decimal(MONTHS), { scale: 2, rounding: 'half-up' }),
  )
}

/** Amounts of single months as they add up, January first. */
export function grownByMonth(byMonth: readonly Decimal[]): Decimal[] {
  let so = ZERO
  return byMonth.map((amount) => {
    so = add(so, amount)
    return so
  })
}
