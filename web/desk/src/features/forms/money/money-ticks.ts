export type MoneyTicks = {
  /** Amounts of 元 the axis is marked at, from nothing to the first mark above everything drawn. */
  readonly at: readonly number[]
  /** What a mark is written in: 元, or 万元 where the amounts are large. */
  readonly per: 1 | 10_000
}

const MARKS = 4
const ROUND = [1, 2, 2.5, 5, 10] as const
const WAN = 10_000

/** Round marks beside amounts up to `high`; of them the drawing is made, no sum is. */
export function moneyTicks(high: number): MoneyTicks {
  const least = Math.max(high, 1) / MARKS
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * (ROUND.find((round) => round * power >= least) ?? 10)
  const count = Math.max(1, Math.ceil(high / step))
  const at = Array.from({ length: count + 1 }, (_, index) => index * step)
  return { at, per: count * step >= 10 * WAN ? WAN : 1 }
}
