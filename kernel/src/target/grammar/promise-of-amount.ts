import { isZero } from '../../decimal.ts'
import type { Operator, Period, TargetNote, TargetProblem } from '../target.ts'
import { type Suffix, suffixAt, suffixNotes } from '../tokens/number-suffix.ts'
import { markOf, type Token } from '../tokens/tokens.ts'
import type { Fact } from './facts.ts'
import { isCap, opposed } from './facts.ts'
import { atEachTime } from './occurrences.ts'
import type { Pending } from './pending.ts'
import type { Amount } from './read-single.ts'
import { periodUnit } from './read-unit.ts'
import { inEverySpan, type Meant, oneOrRange } from './recurring-span.ts'
import { againstBaseline } from './relative-change.ts'

export type Promised =
  | {
      readonly ok: true
      readonly meaning: Fact['meaning']
      readonly notes: readonly TargetNote[]
      readonly explicit: boolean
      readonly end: number
    }
  | { readonly ok: false; readonly problem: TargetProblem }

export function promiseOfAmount(tokens: readonly Token[], read: Amount, pending: Pending): Promised {
  const amount = withContext(read, pending)
  const suffix = suffixAt(tokens, amount.end)
  const operator = combined(pending, suffix)
  if (amount.problem) return { ok: false, problem: amount.problem }
  if (pending.strayed && amount.upper === null && !pending.baseline) return { ok: false, problem: 'benchmark-unnamed' }
  // 不低于上年的95% is a share of last year, not of the whole.
  const ofLastYear = pending.baseline && pending.direction === null && amount.family === 'percent'
  if (ofLastYear && pending.operator !== 'gt' && pending.operator !== 'lt')
    return { ok: false, problem: 'benchmark-unnamed' }
  if (operator === 'conflict' || pending.conflict) return { ok: false, problem: 'operator-conflict' }
  const explicit = operator !== null
  const redundant = pending.operator !== null && suffix.operator !== null
  const notes: TargetNote[] = [
    ...pending.notes,
    ...amount.notes,
    ...suffixNotes(suffix),
    ...(amount.unit === '月' ? (['month-ambiguous'] as const) : []),
    ...(redundant ? (['sign-redundant'] as const) : []),
    ...(explicit || amount.upper !== null ? [] : (['operator-implied'] as const)),
  ]
  const period = amount.per ?? suffix.period ?? pending.period?.period ?? null
  const change = againstBaseline(amount, pending, { prefix: pending.operator, suffix: suffix.operator })
  // 达到零事故 promises that there is none; at least none would be no promise.
  const isNone = pending.operatorSoft && operator === 'ge' && amount.upper === null && isZero(amount.value)
  const meaning = change ?? meaningOf(amount, pending, { operator: isNone ? 'eq' : (operator ?? 'eq'), period })
  return { ok: true, ...meaning, notes: [...notes, ...meaning.notes], explicit, end: suffix.end }
}

/** What words before the number add to it: the unit of a label, 早晚各 for two times a day. */
function withContext(read: Amount, { labelUnit, times, operator }: Pending): Amount {
  const labelled = read.unit === null && labelUnit ? { ...read, ...labelUnit } : read
  return times === null ? labelled : atEachTime(labelled, times, operator !== null)
}

/** 大于98%（含）: the brackets take the number in. */
const INCLUSIVE: Readonly<Record<Operator, Operator>> = { gt: 'ge', lt: 'le', ge: 'ge', le: 'le', eq: 'eq' }

function combined(pending: Pending, { operator: suffix, edge }: Suffix): Operator | null | 'conflict' {
  const operator = edge === 'included' && pending.operator ? INCLUSIVE[pending.operator] : pending.operator
  if (operator === null || suffix === null) return operator ?? suffix
  if (operator === 'eq' || pending.operatorSoft) return suffix
  return opposed(operator, suffix) ? 'conflict' : operator
}

type Bounds = { readonly operator: Operator; readonly period: Period | null }

function meaningOf(amount: Amount, pending: Pending, bounds: Bounds): Meant {
  const counts = amount.family === 'count'
  const span = pending.everyOther ?? amount.span
  if (span && counts) return inEverySpan(amount, span, bounds.operator)
  const unit = perUnit(amount, pending)
  const { period } = bounds
  const { value, upper } = amount
  const divides = pending.period?.span === 'every' && amount.per === null
  if (divides && period && unit !== null && DIVIDED.has(amount.family ?? ''))
    return oneOrRange(amount, { operator: bounds.operator, unit: join(unit, periodUnit(period)), period: null })
  if (upper === null && period !== null && counts && !isCap(bounds.operator, value))
    return { meaning: { kind: 'frequency', operator: bounds.operator, value, unit, period }, notes: [] }
  // 全年计划的95%: a share of the year's plan is no share per year.
  const share = pending.period?.span === 'whole' && amount.family === 'percent'
  return oneOrRange(amount, { operator: bounds.operator, unit, period: share ? null : period })
}

/** Amounts that a period divides: 每月3000元 is 3000 元/月. */
const DIVIDED: ReadonlySet<string> = new Set(['money', 'time', 'physical', 'data'])

/** 每人2000元 is 元/人, 每人每年 is 元/人·年. */
function perUnit(amount: Amount, pending: Pending): string | null {
  if (pending.perUnit === null || amount.unit === null || amount.family === 'percent') return amount.unit
  return join(amount.unit, pending.perUnit)
}

function join(unit: string, divisor: string): string {
  return unit.includes('/') ? `${unit}·${divisor}` : `${unit}/${divisor}`
}

/** Whether the token may be skipped between a sign and its number. */
export function isPassed(token: Token | undefined): boolean {
  const mark = markOf(token)
  return mark === 'filler' || mark === 'approximate' || mark === 'colon'
}
