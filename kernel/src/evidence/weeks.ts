import { dayNumber } from '../calendar/day-number.ts'
import type { Parts } from './parts.ts'

/** Estimates are made of these; they are no longer exact and are never printed as such. */
export type Week = { readonly numerator: number; readonly denominator: number; readonly counted: number }

/** The days of a year so far, in weeks from its first day; weeks without records are there with nothing in them. */
export function weeksOf(days: ReadonlyMap<string, Parts>, from: string, until: string): Week[] {
  const first = dayNumber(from)
  const length = dayNumber(until) - first + 1
  const weeks = Array.from({ length: Math.max(0, Math.ceil(length / 7)) }, () => ({
    numerator: 0,
    denominator: 0,
    counted: 0,
  }))
  for (const [day, parts] of days) {
    const at = dayNumber(day) - first
    const week = at < 0 ? undefined : weeks[Math.floor(at / 7)]
    if (week === undefined) continue
    week.numerator += Number(parts.numerator)
    week.denominator += Number(parts.denominator)
    week.counted += parts.counted
  }
  return weeks
}
