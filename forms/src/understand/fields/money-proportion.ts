import { compare, type Decimal, decimal, divide, isNegative, isZero } from '@shiji/kernel/decimal'
import type { Doubt, MoneyUnit } from '@shiji/kernel/form/form-content'
import { raise } from '../understand-wording.ts'

/** An amount of the form and where it stands (`money.fiscal`, `parts[0].amount`). */
export type PlacedAmount = { readonly field: string; readonly amount: Decimal }

const NO_MONEY = /(?:^|\.)(?:weight|rate|rateToDate|score)$/
const WHOLES = ['fullYear', 'yearBudget', 'thisYear.total', 'initial', 'total', 'totalBudget']
/** A part is never so many times the whole, but 元 typed for 万元 is. */
const OUT_OF_PROPORTION = decimal('1000')
const WAN_READ_AS_YUAN = decimal('0.0001')
/** 20 under a form unit of 元 is no budget; 1 000 000 under 万元 is ten thousand million. */
const LEAST_YUAN = decimal('1000')
const MOST_WAN = decimal('1000000')

export function amountsOfMoney(money: ReadonlyMap<string, Decimal | null>): PlacedAmount[] {
  return [...money].flatMap(([key, amount]) =>
    amount === null || NO_MONEY.test(key) ? [] : [{ field: `money.${key}`, amount }],
  )
}

/** Amounts that fit neither the whole budget of the form nor its unit: 200000 among amounts in 万元. */
export function proportionDoubts(amounts: readonly PlacedAmount[], unit: MoneyUnit | null): Doubt[] {
  const filled = amounts.filter(({ amount }) => !isZero(amount) && !isNegative(amount))
  const wholes = filled.filter(({ field }) => WHOLES.some((key) => field === `money.${key}`))
  const doubts = filled.flatMap(({ field, amount }): Doubt[] => {
    const whole = wholes.find((one) => exceeds(amount, one.amount))
    return whole ? [raise('amount-out-of-proportion', field, { text: amount, other: whole.amount })] : []
  })
  if (doubts.length > 0 || unit === null) return doubts
  return wholes.flatMap(({ field, amount }) =>
    (unit === '元' ? compare(amount, LEAST_YUAN) < 0 : compare(amount, MOST_WAN) >= 0)
      ? [raise('amount-unlike-unit', field, { text: amount, unit })]
      : [],
  )
}

/** One of the two is a thousand times the other; a little spent of much is only doubted at ten thousand times exactly. */
function exceeds(amount: Decimal, whole: Decimal): boolean {
  const share = divide(amount, whole, { scale: 8, rounding: 'half-up' })
  return compare(share, OUT_OF_PROPORTION) >= 0 || compare(share, WAN_READ_AS_YUAN) === 0
}
