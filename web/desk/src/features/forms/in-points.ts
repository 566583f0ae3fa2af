import { isDecimal, round } from '@shiji/kernel/decimal'

/** Points have two decimals, however they were typed. */
export function inPoints(points: string | null): string {
  if (points === null) return '—'
  return isDecimal(points) ? round(points, { scale: 2, rounding: 'half-up' }) : points
}
