import { compare, type Decimal, decimal, isZero, multiply } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { Period, Target } from '../target/target.ts'
import { judgeCounted, unreadable } from './judge-number.ts'
import { HUNDRED } from './points.ts'
import { type Judged, notScored, type Row } from './row.ts'
import { step } from './trace.ts'

type FrequencyTarget = Extract<Target, { kind: 'frequency' }>
type CoverageTarget = Extract<Target, { kind: 'coverage' }>

/** How often a period comes in a year; weeks and days do not divide a year and stay apart. */
const IN_A_YEAR = {
  year: decimal('1'),
  'half-year': decimal('2'),
  quarter: decimal('4'),
  month: decimal('12'),
} as const
const IN_A_WEEK = { week: decimal('1'), day: decimal('7') } as const
/** The most a period can come in a year, for a count that is enough however the year falls. */
const AT_MOST_A_YEAR: Readonly<Record<Period, Decimal>> = { ...IN_A_YEAR, week: decimal('53'), day: decimal('366') }

/** A count that belongs to a period: a frequency, or a cap (全年≤1次). */
export type Counted = Omit<FrequencyTarget, 'kind' | 'notes' | 'qualifier'>

/** So often in every period: in the same period, in one that converts exactly, or as a share of what was due. */
export function judgeFrequency(row: Row, target: Counted, pack: RulePack): Judged {
  const { actual } = row
  if (actual.kind !== 'number') return unreadable(row)
  const base = { operator: target.operator, weight: row.weight }
  if (actual.unit === '%' && target.operator !== 'le' && target.operator !== 'lt') {
    return judgeCounted(row, { ...base, target: HUNDRED, actual: actual.value, unit: '%' }, { pack, kind: 'frequency' })
  }
  if (actual.unit !== null && target.unit !== null && actual.unit !== target.unit) {
    return notScored('unit-differs', step('unit-differs', { actualUnit: actual.unit, targetUnit: target.unit }))
  }
  const counts = inOnePeriod(actual, target)
  if (counts === null) return notScored('period-missing', step('period-missing', { actual: row.actualText }))
  return judgeCounted(row, { ...base, ...counts, unit: target.unit }, { pack, kind: 'frequency' })
}

/** Covered hours against due hours of a week, or as a share of them. */
export function judgeCoverage(row: Row, target: CoverageTarget, pack: RulePack): Judged {
  const { actual } = row
  const base = { operator: target.operator, weight: row.weight }
  if (actual.kind === 'coverage') {
    const [due, covered] = [target, actual].map(({ daysPerWeek, hoursPerDay }) => multiply(daysPerWeek, hoursPerDay))
    const bound = { ...base, target: due ?? HUNDRED, actual: covered ?? HUNDRED, unit: '小时/周' }
    return judgeCounted(row, bound, { pack, kind: 'coverage' })
  }
  if (actual.kind !== 'number' || actual.unit !== '%') return unreadable(row)
  return judgeCounted(row, { ...base, target: HUNDRED, actual: actual.value, unit: '%' }, { pack, kind: 'coverage' })
}

type Counts = { readonly actual: Decimal; readonly target: Decimal }

/** Null when the actual could mean the period or the year and the two readings score differently. */
function inOnePeriod(actual: { value: Decimal; period: Period | null }, target: Counted): Counts | null {
  if (actual.period === target.period) return { actual: actual.value, target: target.value }
  if (actual.period !== null) {
    return convert(IN_A_YEAR, actual, target, actual.period) ?? convert(IN_A_WEEK, actual, target, actual.period)
  }
  if (target.period === 'year' || isZero(actual.value)) return { actual: actual.value, target: target.value }
  const enough = multiply(target.value, AT_MOST_A_YEAR[target.period])
  const upwards = target.operator !== 'le' && target.operator !== 'lt'
  if (upwards) return compare(actual.value, enough) >= 0 ? { actual: actual.value, target: enough } : null
  return compare(actual.value, target.value) <= 0 ? { actual: actual.value, target: target.value } : null
}

function convert(
  family: Readonly<Partial<Record<Period, Decimal>>>,
  { value: actual }: { value: Decimal },
  target: Counted,
  period: Period,
): Counts | null {
  const [ofActual, ofTarget] = [family[period], family[target.period]]
  if (ofActual === undefined || ofTarget === undefined) return null
  return { actual: multiply(actual, ofActual), target: multiply(target.value, ofTarget) }
}
