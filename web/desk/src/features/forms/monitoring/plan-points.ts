import {
  compare,
  type Decimal,
  decimal,
  divide,
  isDecimal,
  isZero,
  maximum,
  normalize,
  round,
} from '@shiji/kernel/decimal'
import { plannedAt } from '@shiji/kernel/monitoring/plan-curve'
import { MONTHS } from './curve-draft.ts'
import type { MonitoredRow } from './month-draft.ts'

/** Where the plan stands when so many months of the year are over. */
export type PlanPoint = { readonly at: number; readonly value: Decimal }

const NOTHING = decimal('0')
/** A promise that is no number is drawn in shares of itself. */
const WHOLE = decimal('100')

export function promisedOf(promised: MonitoredRow['promised']): Decimal {
  return promised !== null && isDecimal(promised.value) ? promised.value : WHOLE
}

/** The corners of the line; null where words decide and there is none. */
export function pointsOf(curve: MonitoredRow['curve'], target: Decimal): readonly PlanPoint[] | null {
  const ends = MONTHS.map((at) => ({ at, value: shown(plannedAt(curve, target, at) ?? NOTHING) }))
  switch (curve.kind) {
    case 'words':
      return null
    case 'even':
    case 'monthly':
      return [{ at: 0, value: NOTHING }, ...ends]
    case 'level':
    case 'cap':
      return [{ at: 0, value: shown(target) }, ...ends]
    case 'once': {
      const before = ends.filter(({ at }) => at < curve.month)
      return [{ at: 0, value: NOTHING }, ...before, { at: curve.month, value: NOTHING }, ...ends.slice(curve.month - 1)]
    }
  }
}

/** What should stand at the end of a month. */
export function heightOf(points: readonly PlanPoint[], month: number): Decimal {
  return points.findLast(({ at }) => at === month)?.value ?? NOTHING
}

/** Nothing, half and all of what the line reaches, and the target where the line stays away from it. */
export function tickValues(points: readonly PlanPoint[], target: Decimal): readonly Decimal[] {
  const high = [target, ...points.map(({ value }) => value)].reduce(maximum)
  if (isZero(high)) return [NOTHING, decimal('1')]
  const half = shown(divide(high, decimal('2'), { scale: 4, rounding: 'half-up' }))
  const ticks = [NOTHING, half, shown(high), shown(target)]
  const apart = ticks.filter((tick, at) => ticks.every((other, before) => before >= at || isApart(tick, other, high)))
  return apart.toSorted(compare)
}

/** A tenth of the height keeps two numbers legible. */
function isApart(one: Decimal, other: Decimal, high: Decimal): boolean {
  return Math.abs(Number(one) - Number(other)) * 10 >= Number(high)
}

/** The day on the axis of its year; null in another year. */
export function todayAt(year: number, today: string): { readonly at: number; readonly month: number } | null {
  const [ofYear = 0, month = 1, day = 1] = today.split('-').map(Number)
  if (ofYear !== year) return null
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { at: month - 1 + day / days, month }
}

/** As people write it: two decimals at most. */
export function shown(value: Decimal): Decimal {
  return normalize(round(value, { scale: 2, rounding: 'half-up' }))
}
