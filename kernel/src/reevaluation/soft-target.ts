import type { Bound } from '../evidence/bound.ts'
import { type Rehearsal, rehearse } from '../evidence/rehearse.ts'
import { readActual } from '../scoring/read-actual.ts'
import { inOneUnit } from '../scoring/units.ts'
import { parseTarget } from '../target/parse-target.ts'

/** What the self-evaluations of the project say was reached under one name, by year. */
export type YearActual = { readonly year: number; readonly actual: string }

/**
 * A target held against what the unit itself reported over the years; null where the target is no plain figure. rules.md
 * §3.6 R-OVER: a target set clearly too low is named, whatever the points.
 */
export function softness(targetText: string, indicator: string, years: readonly YearActual[]): Rehearsal | null {
  const target = parseTarget(targetText, { indicator })
  if (target.kind !== 'number') return null
  const { operator, value, unit } = target
  const bound: Bound = { operator, value }
  const past = years.flatMap(({ year, actual: text }) => {
    const { actual } = readActual(text, target)
    if (actual.kind !== 'number') return []
    const measured = inOneUnit(actual, [value], unit)
    // Another unit than the target's would compare minutes with hours.
    return measured.ok && measured.value.bounds[0] === value
      ? [{ period: String(year), value: measured.value.actual }]
      : []
  })
  return rehearse(bound, past)
}
