import { type Decimal, decimal, multiply } from '../decimal.ts'
import type { Actual } from '../scoring/actual.ts'
import type { Course } from '../scoring/light.ts'
import { HUNDRED } from '../scoring/points.ts'
import { inOneUnit } from '../scoring/units.ts'
import type { Operator, Period, Target } from '../target/target.ts'

/** A promise and what stands so far, in one unit and one period, ready for a light. */
export type SoFar = {
  readonly operator: Operator
  /** Of the whole year. */
  readonly target: Decimal
  readonly soFar: Decimal
  /** Set when the target itself says what is due now; otherwise the curve does. */
  readonly course: Course | null
}

export type NotComparable = 'needs-band' | 'unit-differs' | 'period-missing'

type Bound = {
  readonly operator: Operator
  readonly value: Decimal
  readonly unit: string | null
  readonly period: Period | null
}
type Reported = Extract<Actual, { kind: 'number' }>

const MONTHS_IN = { month: 1, quarter: 3, 'half-year': 6 } as const

/** A count promised per period is held against the periods that have ended; one per day or week needs its own period. */
export function compareSoFar(target: Target, actual: Actual, month: number): SoFar | NotComparable {
  const bound = boundOf(target)
  if (bound === null || actual.kind !== 'number') return 'needs-band'
  const { operator, value, unit, period } = bound
  if (period === null || period === 'year' || period === actual.period) {
    const measured = inOneUnit(actual, [value], unit)
    if (!measured.ok) return 'unit-differs'
    const course = period === null || period === 'year' ? null : ('level' as const)
    return { operator, target: measured.value.bounds[0] ?? value, soFar: measured.value.actual, course }
  }
  return comparePeriods({ ...bound, period }, actual, month)
}

/** The bound a target holds its actual against; null for words, days and hours. */
export function boundOf(target: Target): Bound | null {
  switch (target.kind) {
    case 'number':
    case 'frequency':
      return target
    case 'range':
      return { operator: 'ge', value: target.value, unit: target.unit, period: target.period }
    case 'coverage':
    case 'deadline':
    case 'relative':
    case 'grade':
    case 'none':
    case 'several':
    case 'unreadable':
      return null
  }
}

function comparePeriods(bound: Bound & { period: Period }, actual: Reported, month: number): SoFar | NotComparable {
  const { operator, value, period } = bound
  const upwards = operator !== 'le' && operator !== 'lt'
  if (actual.unit === '%' && upwards) return { operator, target: HUNDRED, soFar: actual.value, course: 'level' }
  if (!upwards || (actual.period !== null && actual.period !== 'year')) return 'period-missing'
  if (period !== 'month' && period !== 'quarter' && period !== 'half-year') return 'period-missing'
  const length = MONTHS_IN[period]
  const planned = multiply(value, decimal(Math.floor(month / length)))
  return { operator, target: multiply(value, decimal(12 / length)), soFar: actual.value, course: { planned } }
}
