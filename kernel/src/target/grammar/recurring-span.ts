import { compare, type Decimal, decimal, divide, isZero, multiply, normalize } from '../../decimal.ts'
import type { Operator, Period, TargetNote } from '../target.ts'
import { PERIOD_OF_UNIT } from '../words/time-words.ts'
import { type Fact, isCap } from './facts.ts'
import type { Amount } from './read-single.ts'

export type Meant = { readonly meaning: Fact['meaning']; readonly notes: readonly TargetNote[] }

/** 每两周: the span in which a count recurs. */
export type RecurringSpan = { readonly count: Decimal; readonly unit: string }

const HOURS_OF_DAY = decimal('24')

const NAMED_SPANS: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['0.5年', 'half-year'],
  ['3个月', 'quarter'],
  ['3月', 'quarter'],
  ['6个月', 'half-year'],
  ['6月', 'half-year'],
  ['12个月', 'year'],
  ['7天', 'week'],
  ['24小时', 'day'],
])

/** 每两周一次 is half a time a week, 每3个月 a time a quarter; what no period holds exactly stays in the unit. */
export function inEverySpan(amount: Amount, span: RecurringSpan, operator: Operator): Meant {
  const period = PERIOD_OF_UNIT.get(span.unit) ?? null
  const named = NAMED_SPANS.get(`${normalize(span.count)}${span.unit}`)
  if (named) return recurring(amount, operator, { period: named, times: decimal('1'), converted: true })
  if (period && span.count === '1')
    return recurring(amount, operator, { period, times: decimal('1'), converted: false })
  const times =
    span.unit === '小时' ? exactQuotient(HOURS_OF_DAY, span.count) : period && exactQuotient(decimal('1'), span.count)
  if (times) return recurring(amount, operator, { period: period ?? 'day', times, converted: true })
  return oneOrRange(amount, { operator, unit: `${amount.unit ?? '次'}/${span.count}${span.unit}`, period: null })
}

function exactQuotient(dividend: Decimal, divisor: Decimal): Decimal | null {
  if (isZero(divisor)) return null
  const quotient = divide(dividend, divisor, { scale: 6, rounding: 'half-up' })
  return compare(multiply(quotient, divisor), dividend) === 0 ? normalize(quotient) : null
}

type Recurrence = { readonly period: Period; readonly times: Decimal; readonly converted: boolean }

function recurring(amount: Amount, operator: Operator, { period, times, converted }: Recurrence): Meant {
  const scaled = (value: Decimal) => (times === '1' ? value : normalize(multiply(value, times)))
  const { unit, upper } = amount
  const value = scaled(amount.value)
  const notes: readonly TargetNote[] = converted ? ['period-converted'] : []
  if (upper !== null) return { meaning: { kind: 'range', value, upper: scaled(upper), unit, period }, notes }
  return { meaning: { kind: isCap(operator, value) ? 'number' : 'frequency', operator, value, unit, period }, notes }
}

type Bounds = { readonly operator: Operator; readonly unit: string | null; readonly period: Period | null }

export function oneOrRange({ value, upper }: Amount, { operator, unit, period }: Bounds): Meant {
  // A range of calendar months would be a span of time, so these are counted.
  if (upper !== null)
    return { meaning: { kind: 'range', value, upper, unit: unit === '月' ? '个月' : unit, period }, notes: [] }
  return { meaning: { kind: 'number', operator, value, unit, period }, notes: [] }
}
