import type { Decimal } from '../decimal.ts'
import { compare, isZero } from '../decimal.ts'
import type { Bound } from './bound.ts'
import type { Forecast } from './forecast.ts'

/** ✓ 正常 · ! 关注 · ✕ 预警 · ○ 未开始 (screens.md §3.2). */
export type RowLight = 'fine' | 'watch' | 'alarm' | 'not-begun'

export type LightReason =
  | 'no-data'
  | 'misses'
  | 'forecast-misses'
  | 'forecast-touches'
  | 'weak-evidence'
  | 'too-few'
  | 'holds'

export type Judgement = { readonly light: RowLight; readonly reason: LightReason }

export type Judged = {
  readonly bound: Bound
  readonly value: Decimal | null
  readonly forecast: Forecast
  /** Whether what is missed now can never be made good: an upper bound on a count, a largest single record. */
  readonly cannotImprove: boolean
  /** Percent of the records that are mere statements (D). */
  readonly statedPercent: number
}

const WEAK_FROM_PERCENT = 50

/** ✕ when the promise is lost or the forecast misses it, ! when the forecast touches it or the evidence is weak. */
export function judgeReading({ bound, value, forecast, cannotImprove, statedPercent }: Judged): Judgement {
  if (value === null) return { light: 'not-begun', reason: 'no-data' }
  const holdsNow = holds(compare(value, bound.value), bound.operator)
  if (!holdsNow && (cannotImprove || forecast.kind === 'final')) return { light: 'alarm', reason: 'misses' }
  if (forecast.kind === 'forecast') {
    const limit = Number(bound.value)
    const ends = [forecast.low, forecast.high].map((end) => holds(order(end, limit), bound.operator))
    if (ends.every((end) => !end)) return { light: 'alarm', reason: 'forecast-misses' }
    if (!ends.every((end) => end)) return { light: 'watch', reason: 'forecast-touches' }
  }
  if (!holdsNow) return { light: 'watch', reason: 'misses' }
  // One more and it is lost; a promise of none at all is kept only like this.
  if (cannotImprove && forecast.kind !== 'final' && !isZero(value) && compare(value, bound.value) === 0) {
    return { light: 'watch', reason: 'forecast-touches' }
  }
  if (statedPercent >= WEAK_FROM_PERCENT) return { light: 'watch', reason: 'weak-evidence' }
  return { light: 'fine', reason: forecast.kind === 'too-few' ? 'too-few' : 'holds' }
}

export function holds(order: -1 | 0 | 1, operator: Bound['operator']): boolean {
  switch (operator) {
    case 'ge':
      return order >= 0
    case 'gt':
      return order > 0
    case 'le':
      return order <= 0
    case 'lt':
      return order < 0
    case 'eq':
      return order === 0
  }
}

function order(value: number, limit: number): -1 | 0 | 1 {
  // An estimate is no exacter than this: 100 % expected is 100 % promised.
  if (Math.abs(value - limit) < 1e-9 * Math.max(1, Math.abs(limit))) return 0
  return value < limit ? -1 : 1
}
