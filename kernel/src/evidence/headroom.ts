import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  normalize,
  subtract,
  ZERO,
} from '../decimal.ts'
import type { Wording } from '../wording.ts'
import type { Bound } from './bound.ts'
import type { Combine, Parts } from './parts.ts'
import type { RowShape } from './row-shape.ts'

/** What is left of a promise in the unit people feel (screens.md §3.2); each code is worded in `HEADROOM_WORDS`. */
export type Headroom = {
  readonly code: HeadroomCode
  readonly parameters: Readonly<Record<string, string | number>>
}

type HeadroomCode = keyof typeof HEADROOM_WORDS

export const HEADROOM_WORDS = {
  'may-fail': { zh: '本期还可有 {count} 单未达标', en: '{count} more may fail this period' },
  'none-may-fail': { zh: '不能再有未达标', en: 'none may fail any more' },
  'must-succeed': { zh: '须连续 {count} 单达标才能回到目标', en: '{count} in a row must succeed to be back on target' },
  'cannot-recover': { zh: '本期已无法达到目标', en: 'the target cannot be reached any more this period' },
  'may-happen': { zh: '本期还可发生 {count} {unit}', en: '{count} more may happen this period' },
  'may-not-happen': { zh: '不能再发生', en: 'none may happen any more' },
  exceeded: { zh: '已超出 {count} {unit}', en: 'exceeded by {count}' },
  'must-happen': { zh: '还差 {count} {unit}', en: '{count} more are needed' },
  reached: { zh: '已达到目标', en: 'the target is reached' },
  'later-mean': { zh: '后续平均可至 {value} {unit}', en: 'the rest may average up to {value} {unit}' },
  'later-mean-at-most': { zh: '后续平均须 ≤ {value} {unit}', en: 'the rest must average at most {value} {unit}' },
  'later-mean-at-least': { zh: '后续平均须 ≥ {value} {unit}', en: 'the rest must average at least {value} {unit}' },
  'each-within': { zh: '每一单都须在 {value} {unit}以内', en: 'each one must stay within {value} {unit}' },
  'may-be-down': { zh: '还可停机 {value} 小时', en: '{value} more hours may be down' },
  'down-exceeded': { zh: '停机已超出 {value} 小时', en: 'down {value} hours too long' },
  'hours-missing': { zh: '还差 {value} 小时', en: '{value} hours still due' },
  'steps-missing': { zh: '还差 {count} 项', en: '{count} still due' },
  'all-done': { zh: '到期的都已完成', en: 'everything due is done' },
  'pay-more': { zh: '需再支付 {value} 万元', en: '{value} × 10 000 yuan more must be paid' },
  'receive-more': { zh: '还有 {value} 万元未到位', en: '{value} × 10 000 yuan have yet to arrive' },
  'all-received': { zh: '资金已到位', en: 'the money is in place' },
  'enough-paid': { zh: '支付已达目标', en: 'enough is paid' },
  'ask-more': { zh: '样本 {count}，再收 {more} 份更稳', en: '{count} answers; {more} more would make it steadier' },
  'enough-answers': { zh: '样本 {count}，已够稳', en: '{count} answers are steady enough' },
} as const satisfies Record<string, Wording>

export type Standing = {
  readonly bound: Bound
  readonly shape: RowShape
  readonly combine: Combine
  readonly unit: string
  readonly parts: Parts
  readonly money?: 'paid' | 'received'
  /** What numerator and denominator count, where it is neither steps nor events. */
  readonly partsIn?: 'seconds'
  /** What the denominator will still grow by until the end; null where nobody can say. */
  readonly coming: Decimal | null
}

const HUNDRED = decimal('100')
const WAN = decimal('10000')
const HOUR_S = decimal('3600')
const ONE_PLACE = { scale: 1, rounding: 'down' } as const

/** null where nothing sensible can be said. */
export function headroom(standing: Standing): Headroom | null {
  switch (standing.shape) {
    case 'ratio':
      return failuresLeft(standing)
    case 'count':
      return eventsLeft(standing)
    case 'time':
      return timeLeft(standing)
    case 'availability':
      return downtimeLeft(standing)
    case 'frequency':
    case 'plan':
    case 'milestone':
    case 'words':
    case 'presence':
      return stepsLeft(standing)
    case 'satisfaction':
      return answersLeft(standing)
    case 'money':
      return moneyLeft(standing)
  }
}

function isUpper({ bound: { operator } }: Standing): boolean {
  return operator === 'le' || operator === 'lt'
}

/** How many of all expected may fail, less those that did. */
function failuresLeft(standing: Standing): Headroom | null {
  const { bound, parts, coming, combine } = standing
  if (combine !== 'share') return null
  const whole = coming === null ? parts.denominator : add(parts.denominator, coming)
  const failed = isUpper(standing) ? parts.numerator : subtract(parts.denominator, parts.numerator)
  const share = isUpper(standing) ? bound.value : subtract(HUNDRED, bound.value)
  const left = subtract(divide(multiply(share, whole), HUNDRED, { scale: 6, rounding: 'half-up' }), failed)
  if (!isNegative(left)) {
    const count = floorOf(left)
    return count === '0' ? said('none-may-fail') : said('may-fail', { count })
  }
  // What is still expected is in already: not even its complete success is enough.
  if (isZero(share) || coming !== null) return said('cannot-recover')
  const needed = divide(multiply(negate(left), HUNDRED), share, { scale: 0, rounding: 'up' })
  return said('must-succeed', { count: needed })
}

function eventsLeft(standing: Standing): Headroom {
  const { bound, parts, unit } = standing
  const left = subtract(bound.value, parts.numerator)
  if (!isUpper(standing)) {
    return compare(left, ZERO) > 0 ? said('must-happen', { count: ceiling(left), unit }) : said('reached')
  }
  if (isNegative(left)) return said('exceeded', { count: ceiling(negate(left)), unit })
  const whole = bound.operator === 'lt' ? strictly(left) : floorOf(left)
  return whole === '0' || whole.startsWith('-') ? said('may-not-happen') : said('may-happen', { count: whole, unit })
}

function timeLeft(standing: Standing): Headroom | null {
  const { bound, parts, coming, unit, combine } = standing
  if (combine === 'maximum') return said('each-within', { value: bound.value, unit })
  if (combine !== 'mean' || coming === null || isZero(coming)) return null
  const whole = multiply(bound.value, add(parts.denominator, coming))
  const rest = normalize(divide(subtract(whole, parts.numerator), coming, ONE_PLACE))
  if (!isUpper(standing)) return said('later-mean-at-least', { value: rest, unit })
  if (isNegative(rest)) return said('cannot-recover')
  const code = compare(rest, bound.value) >= 0 ? 'later-mean' : 'later-mean-at-most'
  return said(code, { value: rest, unit })
}

/** Numerator and denominator are agreed seconds. */
function downtimeLeft({ bound, parts, coming }: Standing): Headroom {
  const whole = add(parts.denominator, coming ?? ZERO)
  const allowed = divide(multiply(subtract(HUNDRED, bound.value), whole), HUNDRED, { scale: 6, rounding: 'half-up' })
  const left = subtract(allowed, subtract(parts.denominator, parts.numerator))
  const hours = divide(isNegative(left) ? negate(left) : left, HOUR_S, ONE_PLACE)
  return said(isNegative(left) ? 'down-exceeded' : 'may-be-down', { value: hours })
}

function stepsLeft({ bound, parts, partsIn }: Standing): Headroom {
  const due = divide(multiply(bound.value, parts.denominator), HUNDRED, { scale: 6, rounding: 'half-up' })
  const left = subtract(due, parts.numerator)
  if (compare(left, ZERO) <= 0) return said('all-done')
  if (partsIn === 'seconds') {
    return said('hours-missing', { value: normalize(divide(left, HOUR_S, { scale: 1, rounding: 'up' })) })
  }
  return said('steps-missing', { count: ceiling(left) })
}

/** Answers for ±5 points at 95 %: 1.96² p(1−p) ÷ 0.05², p the share so far. */
function answersLeft({ parts }: Standing): Headroom | null {
  if (isZero(parts.denominator)) return null
  const share = divide(parts.numerator, parts.denominator, { scale: 6, rounding: 'half-up' })
  const spread = multiply(share, subtract(decimal('1'), share))
  const needed = divide(multiply(decimal('3.8416'), spread), decimal('0.0025'), { scale: 0, rounding: 'up' })
  const more = subtract(needed, decimal(parts.counted))
  return compare(more, ZERO) > 0
    ? said('ask-more', { count: parts.counted, more })
    : said('enough-answers', { count: parts.counted })
}

function moneyLeft({ bound, parts, money = 'paid' }: Standing): Headroom {
  const due = divide(multiply(bound.value, parts.denominator), HUNDRED, { scale: 2, rounding: 'half-up' })
  const left = subtract(due, parts.numerator)
  if (compare(left, ZERO) <= 0) return said(money === 'paid' ? 'enough-paid' : 'all-received')
  return said(money === 'paid' ? 'pay-more' : 'receive-more', {
    value: divide(left, WAN, { scale: 2, rounding: 'up' }),
  })
}

function said(code: HeadroomCode, parameters: Headroom['parameters'] = {}): Headroom {
  return { code, parameters }
}

function floorOf(value: Decimal): Decimal {
  return divide(value, decimal('1'), { scale: 0, rounding: 'down' })
}

function ceiling(value: Decimal): Decimal {
  return divide(value, decimal('1'), { scale: 0, rounding: 'up' })
}

/** Less than, not at most. */
function strictly(value: Decimal): Decimal {
  return subtract(ceiling(value), decimal('1'))
}
