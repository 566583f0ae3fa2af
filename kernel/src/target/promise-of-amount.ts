import { compare, decimal, divide, multiply, normalize } from '../decimal.ts'
import type { Fact } from './facts.ts'
import { isDownward, opposed } from './facts.ts'
import type { Pending } from './pending.ts'
import { type Amount, inclusion } from './read-amount.ts'
import { periodUnit } from './read-unit.ts'
import type { Operator, Period, TargetNote, TargetProblem } from './target.ts'
import { PERIOD_OF_UNIT } from './time-words.ts'
import { markOf, type Token } from './tokens.ts'

/** What stands behind a number: 以上, 左右, a period. */
type Suffix = {
  readonly operator: Operator | null
  readonly period: Period | null
  readonly approximate: boolean
  readonly byConvention: boolean
  readonly edge: 'included' | 'excluded' | null
  readonly end: number
}

export type Promised =
  | {
      readonly ok: true
      readonly meaning: Fact['meaning']
      readonly notes: readonly TargetNote[]
      readonly explicit: boolean
      readonly end: number
    }
  | { readonly ok: false; readonly problem: TargetProblem }

export function promiseOfAmount(tokens: readonly Token[], amount: Amount, pending: Pending): Promised {
  const suffix = suffixAt(tokens, amount.end)
  const operator = combined(pending, suffix.operator)
  if (amount.problem) return { ok: false, problem: amount.problem }
  if (operator === 'conflict' || pending.conflict) return { ok: false, problem: 'operator-conflict' }
  const explicit = operator !== null
  const redundant = pending.operator !== null && suffix.operator !== null
  const notes: TargetNote[] = [
    ...pending.notes,
    ...amount.notes,
    ...suffixNotes(suffix),
    ...(redundant ? (['sign-redundant'] as const) : []),
    ...(explicit || amount.upper !== null ? [] : (['operator-implied'] as const)),
  ]
  const period = amount.per ?? suffix.period ?? pending.period?.period ?? null
  const meaning = meaningOf(amount, pending, {
    operator: operator ?? 'eq',
    period,
    lasting: pending.period?.span === 'every' && !amount.per,
  })
  return { ok: true, ...meaning, notes: [...notes, ...meaning.notes], explicit, end: suffix.end }
}

const NO_SUFFIX = { operator: null, period: null, approximate: false, byConvention: false, edge: null } as const

function suffixAt(tokens: readonly Token[], start: number): Suffix {
  let suffix: Suffix = { ...NO_SUFFIX, end: start }
  for (let next = suffixStep(tokens, suffix); next; next = suffixStep(tokens, suffix)) suffix = next
  return suffix.edge === 'excluded' && suffix.operator ? { ...suffix, operator: strict(suffix.operator) } : suffix
}

/** One word behind a number; each kind is taken once, so the steps are few. */
function suffixStep(tokens: readonly Token[], suffix: Suffix): Suffix | null {
  const end = suffix.end + 1
  const token = tokens[suffix.end]
  const edge = inclusion(tokens, suffix.end)
  if (edge.end > suffix.end)
    return suffix.edge ? null : { ...suffix, edge: edge.notes.length > 0 ? 'excluded' : 'included', end }
  if (token?.kind !== 'word') return null
  const { operator, mark, period } = token.word
  if (operator?.place === 'after')
    return suffix.operator ? null : { ...suffix, operator: operator.operator, byConvention: operator.byConvention, end }
  if (mark === 'approximate' && token.text !== '近' && token.text !== '约')
    return suffix.approximate ? null : { ...suffix, approximate: true, end }
  const opensNext = tokens[end]?.kind === 'number' || startsOperator(tokens[end])
  return period?.span === 'every' && !suffix.period && !opensNext ? { ...suffix, period: period.period, end } : null
}

function suffixNotes({ byConvention, approximate, edge }: Suffix): readonly TargetNote[] {
  return [
    ...(byConvention && edge === null ? (['inclusive-by-convention'] as const) : []),
    ...(edge === 'excluded' ? (['end-excluded'] as const) : []),
    ...(approximate ? (['approximate'] as const) : []),
  ]
}

function startsOperator(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.word.operator?.place === 'before'
}

function strict(operator: Operator): Operator {
  if (operator === 'ge') return 'gt'
  return operator === 'le' ? 'lt' : operator
}

function combined(pending: Pending, suffix: Operator | null): Operator | null | 'conflict' {
  const { operator } = pending
  if (operator === null || suffix === null) return operator ?? suffix
  if (operator === 'eq' || pending.operatorSoft) return suffix
  return opposed(operator, suffix) ? 'conflict' : operator
}

type Bounds = { readonly operator: Operator; readonly period: Period | null; readonly lasting: boolean }
type Meant = { readonly meaning: Fact['meaning']; readonly notes: readonly TargetNote[] }

function meaningOf(amount: Amount, pending: Pending, bounds: Bounds): Meant {
  const relative = againstBaseline(amount, pending, bounds.operator)
  if (relative) return relative
  const unit = perUnit(amount, pending)
  const recurring = amount.family === 'count' || amount.family === null
  if (pending.everyOther && recurring) return everyOther(amount, pending.everyOther, bounds.operator)
  const { period } = bounds
  const { value, upper } = amount
  const divided =
    bounds.lasting &&
    period !== null &&
    unit !== null &&
    DIVIDED.has(amount.family ?? 'count') &&
    pending.period !== null
  if (divided && period) return single(amount, { ...bounds, unit: join(unit, periodUnit(period)), period: null })
  if (upper !== null) return { meaning: { kind: 'range', value, upper, unit, period }, notes: [] }
  if (period === null || isDownward(bounds.operator) || !recurring) return single(amount, { ...bounds, unit })
  return { meaning: { kind: 'frequency', operator: bounds.operator, value, unit, period }, notes: [] }
}

/** Amounts that a period divides: 每月3000元 is 3000 元/月. */
const DIVIDED: ReadonlySet<string> = new Set(['money', 'time', 'physical', 'data'])

function single({ value, upper }: Amount, { operator, unit, period }: Bounds & { unit: string | null }): Meant {
  if (upper !== null) return { meaning: { kind: 'range', value, upper, unit, period }, notes: [] }
  return { meaning: { kind: 'number', operator, value, unit, period }, notes: [] }
}

/** 每人2000元 is 元/人, 每人每年 is 元/人·年. */
function perUnit(amount: Amount, pending: Pending): string | null {
  if (pending.perUnit === null || amount.unit === null || amount.family === 'percent') return amount.unit
  return join(amount.unit, pending.perUnit)
}

function join(unit: string, divisor: string): string {
  return unit.includes('/') ? `${unit}·${divisor}` : `${unit}/${divisor}`
}

/** A rise or fall by an amount; without 上年 only a share (增长5%) is read so, for 增加100人 counts people. */
function againstBaseline(amount: Amount, pending: Pending, operator: Operator): Meant | null {
  const { direction, baseline } = pending
  const share = amount.family === 'percent' && amount.upper === null
  if (amount.upper !== null || (!baseline && !(share && direction && pending.directionEnd >= 0))) return null
  if (!direction || direction.direction === 'keep') return null
  if (!baseline && !TOUCHING_SHARE.has(amount.unit ?? '')) return null
  const notes: readonly TargetNote[] = baseline ? ['against-last-year'] : ['baseline-implied']
  return {
    meaning: { kind: 'relative', direction: direction.direction, operator, value: amount.value, unit: amount.unit },
    notes,
  }
}

const TOUCHING_SHARE = new Set(['%', '‰', '百分点', '倍'])

const HOURS_OF_DAY = decimal('24')

/** 每两周一次 is half a time a week; 每3个月 a time a quarter; what no period holds stays in the unit. */
function everyOther(amount: Amount, every: { count: string; unit: string }, operator: Operator): Meant {
  const period = PERIOD_OF_UNIT.get(every.unit) ?? null
  const known = NAMED_SPANS.get(`${every.count}${every.unit}`) ?? (every.count === '1' ? period : null)
  if (known) return recurringAs(amount, { operator, period: known, value: amount.value })
  const count = decimal(every.count)
  if (every.unit === '小时' && compare(count, HOURS_OF_DAY) <= 0) {
    const times = divide(multiply(amount.value, HOURS_OF_DAY), count, { scale: 6, rounding: 'half-up' })
    if (compare(multiply(times, count), multiply(amount.value, HOURS_OF_DAY)) === 0)
      return recurringAs(amount, { operator, period: 'day', value: normalize(times) })
  }
  const share = divide(amount.value, count, { scale: 6, rounding: 'half-up' })
  if (period && compare(multiply(share, count), amount.value) === 0)
    return recurringAs(amount, { operator, period, value: normalize(share) })
  return single(amount, {
    operator,
    unit: `${amount.unit ?? '次'}/${every.count}${every.unit}`,
    period: null,
    lasting: false,
  })
}

const NAMED_SPANS: ReadonlyMap<string, Period> = new Map<string, Period>([
  ['3个月', 'quarter'],
  ['6个月', 'half-year'],
  ['12个月', 'year'],
  ['3月', 'quarter'],
  ['6月', 'half-year'],
  ['7天', 'week'],
  ['24小时', 'day'],
])

type Recurrence = { readonly operator: Operator; readonly period: Period; readonly value: Amount['value'] }

function recurringAs(amount: Amount, { operator, period, value }: Recurrence): Meant {
  const { unit } = amount
  const kind = isDownward(operator) ? 'number' : 'frequency'
  return { meaning: { kind, operator, value, unit, period }, notes: ['period-converted'] }
}

/** Whether the token may be skipped between a sign and its number. */
export function isPassed(token: Token | undefined): boolean {
  const mark = markOf(token)
  return mark === 'filler' || mark === 'approximate' || mark === 'colon'
}
