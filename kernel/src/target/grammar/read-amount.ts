import { add, compare, type Decimal, decimal, multiply, negate, subtract } from '../../decimal.ts'
import type { TargetNote } from '../target.ts'
import { mantissa } from '../tokens/numerals.ts'
import { markOf, type Token } from '../tokens/tokens.ts'
import { convert } from '../unit-conversion.ts'
import { type Amount, counted, readSingle, type Single } from './read-single.ts'

export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  if (markOf(tokens[at]) === 'plus-minus') return aroundZero(tokens, at)
  const first = readSingle(tokens, at)
  if (!first) return null
  const around = markOf(tokens[first.end]) === 'plus-minus' ? deviation(tokens, first) : null
  if (around) return around
  const afterFirst = inclusion(tokens, first.end)
  const second = first.problem ? null : readSingle(tokens, afterFirst.end + 1)
  if (!second || second.problem || !compatible(first, second)) return first
  const afterSecond = inclusion(tokens, second.end)
  const joint = tokens[afterFirst.end]
  if (joint?.text === '、') return neighbours(first, second) ?? first
  const between = BETWEEN.test(joint?.text ?? '') && tokens[afterSecond.end]?.text === '之间'
  if (markOf(joint) !== 'dash' && !between) return first
  const typed: readonly TargetNote[] = joint?.text === '一' ? ['one-read-as-dash'] : []
  const end = between ? afterSecond.end + 1 : afterSecond.end
  return range(first, { ...second, end }, [...afterFirst.notes, ...afterSecond.notes, ...typed])
}

/** 介于80%和90%之间. */
const BETWEEN = /^[和与及同]$/

const COUNTS_NO_NEIGHBOURS: readonly (string | null)[] = ['期', '组', '层', '类', '标段', '批', '号', '楼']

/** 三、四天 and 二、三十人: a numeral and the next one are a rough number. 三、四级 and 一、二期 name two things. */
function neighbours(first: Single, second: Single): Amount | null {
  const bare = first.unit === null && first.chinese && second.chinese && second.family !== 'level'
  if (!bare || second.unit === null || COUNTS_NO_NEIGHBOURS.includes(second.unit)) return null
  const scale = ROUND.find((factor) => compare(multiply(add(first.value, ONE), factor), second.value) === 0)
  if (scale === undefined || compare(first.value, TEN) >= 0) return null
  return {
    ...second,
    value: multiply(first.value, scale),
    upper: second.value,
    notes: [...second.notes, 'approximate'],
  }
}

const ONE = decimal('1')
const TEN = decimal('10')
const ROUND = [ONE, TEN, decimal('100'), decimal('1000'), decimal('10000')]

/** （含） and （不含） behind an end of a range or before 以上. */
export function inclusion(
  tokens: readonly Token[],
  at: number,
): { readonly notes: readonly TargetNote[]; readonly end: number } {
  const token = tokens[at]
  if (token?.kind !== 'bracket') return { notes: [], end: at }
  if (INCLUDED.test(token.text)) return { notes: [], end: at + 1 }
  return EXCLUDED.test(token.text) ? { notes: ['end-excluded'], end: at + 1 } : { notes: [], end: at }
}

const INCLUDED = /^(包含|包括|含端点|含本数|含|及)[\d.%人次个项件天分万元]{0,8}$/
const EXCLUDED = /^(不包含|不包括|不含端点|不含本数|不含)[\d.%人次个项件天分万元]{0,8}$/

function compatible(first: Single, second: Single): boolean {
  const sameUnit = first.unit === null || second.unit === null || convert(first.value, first.unit, second.unit) !== null
  return sameUnit && (first.per === null || first.per === second.per)
}

function range(first: Single, second: Single, notes: readonly TargetNote[]): Amount {
  const value = scaledLike(first, second)
  const reversed = compare(value, second.value) > 0
  const mixed = first.unit !== null && second.unit !== null && first.unit !== second.unit
  return {
    ...(second.unit === null ? { ...first, end: second.end } : second),
    value: reversed ? second.value : value,
    upper: reversed ? value : second.value,
    notes: [
      ...first.notes,
      ...second.notes,
      ...notes,
      ...(reversed ? (['reversed-range'] as const) : []),
      ...(mixed ? (['unit-converted'] as const) : []),
    ],
    chinese: first.chinese && second.chinese,
  }
}

/** 30分钟-1小时 is told in hours; 3-5万人: the 万 belongs to both ends; 10万-20万元: both are 万元. */
function scaledLike(first: Single, second: Single): Decimal {
  if (first.unit !== null && second.unit !== null) return convert(first.value, first.unit, second.unit) ?? first.value
  if (first.magnitude && second.unit?.startsWith(`${first.magnitude}元`)) return mantissa(first.value, first.magnitude)
  if (first.unit !== null || first.expanded || !second.magnitude || !second.expanded) return first.value
  const shared = compare(first.value, mantissa(second.value, second.magnitude)) < 0
  return shared ? multiply(first.value, decimal(second.magnitude === '万' ? '10000' : '100000000')) : first.value
}

/** 20%±2% is 18 % to 22 %. */
function deviation(tokens: readonly Token[], center: Single): Amount | null {
  const by = counted(tokens, center.end + 1)
  if (!by || !compatible(center, by)) return null
  return {
    ...center,
    ...by,
    value: subtract(center.value, by.value),
    upper: add(center.value, by.value),
    notes: ['plus-minus'],
  }
}

function aroundZero(tokens: readonly Token[], at: number): Amount | null {
  const single = counted(tokens, at + 1)
  if (!single) return null
  return { ...single, value: negate(single.value), upper: single.value, notes: [...single.notes, 'plus-minus'] }
}
