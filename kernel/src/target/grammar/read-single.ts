import { add, compare, type Decimal, decimal, isZero, multiply, negate, normalize } from '../../decimal.ts'
import type { Period, TargetNote, TargetProblem } from '../target.ts'
import { isYear } from '../tokens/date-literals.ts'
import { isMagnitude, mantissa, type Numeral } from '../tokens/numerals.ts'
import { markOf, type Token } from '../tokens/tokens.ts'
import { GRADE_WORDS } from '../words/grade-words.ts'
import { MONEY_MAGNITUDES, type UnitFamily } from '../words/measure-words.ts'
import { PERIOD_OF_UNIT } from '../words/time-words.ts'
import { readUnit, type UnitRead } from './read-unit.ts'
import type { RecurringSpan } from './recurring-span.ts'

/** A number with its unit, or two of them with a dash between; what it promises is decided by the words around it. */
export type Amount = {
  readonly value: Decimal
  readonly upper: Decimal | null
  readonly unit: string | null
  readonly family: UnitFamily | null
  readonly per: Period | null
  readonly span: RecurringSpan | null
  readonly notes: readonly TargetNote[]
  readonly chinese: boolean
  readonly problem: TargetProblem | null
  readonly end: number
}

/** One number with its unit, before it is known whether another one follows a dash. */
export type Single = Amount & { readonly magnitude: Numeral['magnitude']; readonly expanded: boolean }

const TEN = decimal('10')
const HALF = decimal('0.5')
const GRADE_SET: ReadonlySet<string> = new Set(GRADE_WORDS)

const SHARES: ReadonlyMap<string, string> = new Map([
  ['千分之', '‰'],
  ['万分之', '‱'],
  ['百万分之', 'ppm'],
])

export function readSingle(tokens: readonly Token[], at: number): Single | null {
  const token = tokens[at]
  const next = tokens[at + 1]
  const mark = markOf(token)
  if (mark === 'hundred-percent') return plain({ value: decimal('100'), unit: '%', family: 'percent', end: at + 1 })
  if ((mark === 'percent-of' || mark === 'permille-of') && next?.kind === 'number')
    return plain({
      value: next.numeral.value,
      unit: SHARES.get(token?.text ?? '') ?? '%',
      family: 'percent',
      end: unitIsPercent(tokens[at + 2]) ? at + 3 : at + 2,
    })
  if (mark === 'currency') return priced(tokens, at)
  if (mark === 'dash' && token?.text === '-' && next?.kind === 'number') return negative(tokens, at)
  if (mark === 'plus' && next?.kind === 'number' && counts(tokens[at + 2], next.numeral)) return counted(tokens, at + 1)
  if (mark === 'half') return halved(tokens, at)
  const numeral = numeralAt(token)
  return numeral ? (proportion(tokens, at, numeral) ?? counted(tokens, at)) : null
}

/** 2021.12 is a number too when a unit follows. */
function numeralAt(token: Token | undefined): Numeral | null {
  return token?.kind === 'number' || token?.kind === 'date' ? token.numeral : null
}

function plain(part: Pick<Single, 'value' | 'unit' | 'family' | 'end'>): Single {
  return {
    ...part,
    upper: null,
    per: null,
    span: null,
    notes: [],
    chinese: false,
    problem: null,
    magnitude: null,
    expanded: false,
  }
}

function unitIsPercent(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.word.unit?.unit === '%'
}

function priced(tokens: readonly Token[], at: number): Single | null {
  const single = tokens[at + 1]?.kind === 'number' ? counted(tokens, at + 1) : null
  if (!single || single.unit !== null) return single
  return inMoney(single, '元')
}

function negative(tokens: readonly Token[], at: number): Single | null {
  const single = counted(tokens, at + 1)
  return single ? { ...single, value: negate(single.value) } : null
}

/** 半小时, 半个月. */
function halved(tokens: readonly Token[], at: number): Single | null {
  const unit = readUnit(tokens, at + 1)
  if (!unit || (unit.family !== 'time' && unit.unit !== '个')) return null
  return { ...plain({ value: HALF, unit: unit.unit, family: unit.family, end: unit.end }), per: unit.per }
}

/** 1:20, 三分之二 and 10/10万: so many in so many, the second term in the unit (`/20`). A clock (9:00) is none. */
function proportion(tokens: readonly Token[], at: number, numeral: Numeral): Single | null {
  const mark = markOf(tokens[at + 1])
  const other = tokens[at + 2]
  if (other?.kind !== 'number') return null
  if (mark === 'parts-of')
    return plain({ value: other.numeral.value, unit: inEach(numeral.value), family: null, end: at + 3 })
  if (mark !== 'colon' && mark !== 'slash' && tokens[at + 1]?.text !== '比') return null
  const ratio = plain({ value: numeral.value, unit: inEach(other.numeral.value), family: null, end: at + 3 })
  const clock =
    mark === 'colon' &&
    other.text.length === 2 &&
    ['0', '3'].includes(other.text[0] ?? '') &&
    compare(numeral.value, decimal('24')) <= 0
  return clock ? { ...ratio, problem: 'time-of-day' } : ratio
}

/** Death rates are told in 10万 and are printed so. */
function inEach(value: Decimal): string {
  return `/${value.replace(/(?<=^[1-9]\d*)0000$/, '万')}`
}

export function counted(tokens: readonly Token[], at: number): Single | null {
  const numeral = numeralAt(tokens[at])
  if (!numeral) return null
  const approximate = isRough(tokens[at + 1], numeral) && counts(tokens[at + 2], numeral)
  const notes: readonly TargetNote[] = approximate ? ['approximate'] : []
  const unit = readUnit(tokens, approximate ? at + 2 : at + 1)
  const bare = { ...plain({ value: numeral.value, unit: null, family: null, end: at + 1 }), ...numeral, notes }
  const unknown = unit ? null : unknownUnit(tokens, at)
  if (unknown) return { ...bare, ...unknown, notes: [...notes, 'unit-unknown'] }
  if (!unit)
    return { ...bare, ...recurring(tokens, bare.end), notes: bare.expanded ? [...notes, 'magnitude-expanded'] : notes }
  if (unit.unit === '成') return tenths(tokens, { ...bare, end: unit.end })
  if (unit.unit === '折') return discounted({ ...bare, end: unit.end })
  const half = withHalf(tokens, unit)
  const value = half ? add(numeral.value, HALF) : numeral.value
  const single: Single = { ...bare, value, ...(half ?? unit), notes: [...notes, ...unit.notes] }
  if (unit.unit === '元' || unit.unit.startsWith('元/')) return inMoney(single, unit.unit)
  return single.expanded ? { ...single, notes: [...single.notes, 'magnitude-expanded'] } : single
}

/** 100余场, and 十来次, though 来 elsewhere is an ordinary word. */
function isRough(token: Token | undefined, { chinese }: Numeral): boolean {
  return markOf(token) === 'approximate' || (chinese && token?.kind === 'text' && token.text === '来')
}

const LONGEST_UNKNOWN_UNIT = 3

/**
 * ≥5网箱: a short word that closes the promise is its unit, though no table knows it. Not behind 0, for 0投诉 names
 * what must not be.
 */
function unknownUnit(tokens: readonly Token[], at: number): { unit: string; end: number } | null {
  const token = tokens[at]
  if (token?.kind !== 'number' || isZero(token.numeral.value) || token.numeral.chinese) return null
  if (!opensPromise(tokens[at - 1]) || tokens[at + 1]?.kind !== 'text') return null
  let unit = ''
  let end = at + 1
  for (; !closesPromise(tokens[end]) && unit.length <= LONGEST_UNKNOWN_UNIT; end += 1) unit += tokens[end]?.text
  const wordlike = /^(?![OoIl])[A-Za-z\p{Script=Han}]+$/u.test(unit) && unit.length <= LONGEST_UNKNOWN_UNIT
  return wordlike && !GRADE_SET.has(unit) && !isMagnitude(unit[0]) ? { unit, end } : null
}

function opensPromise(before: Token | undefined): boolean {
  if (before === undefined) return true
  return before.kind === 'word' && (before.word.operator?.place === 'before' || before.word.mark === 'dash')
}

function closesPromise(next: Token | undefined): boolean {
  const mark = markOf(next)
  if (next === undefined || mark === 'clause' || mark === 'comma') return true
  return next.kind === 'bracket' || (next.kind === 'word' && next.word.operator?.place === 'after')
}

/** 620万/月: a number without a unit may recur too, or be shared out (28.40/株). */
function recurring(tokens: readonly Token[], at: number): Partial<Single> | null {
  const span = tokens[at + 1]
  if (markOf(tokens[at]) !== 'slash' || span?.kind !== 'word') return null
  const per = PERIOD_OF_UNIT.get(span.text)
  if (per) return { per, end: at + 2 }
  return span.word.unit?.family === 'count' ? { unit: `/${span.word.unit.unit}`, end: at + 2 } : null
}

/** A unit, but not the 年 of a year. */
function counts(token: Token | undefined, { value }: Numeral): boolean {
  return token?.kind === 'word' && token.word.unit !== undefined && !(token.text === '年' && isYear(Number(value)))
}

/** 1个半小时, 两年半: the unit that gains a half, null when none follows. */
function withHalf(tokens: readonly Token[], unit: UnitRead): UnitRead | null {
  if (markOf(tokens[unit.end]) !== 'half') return null
  const after = readUnit(tokens, unit.end + 1)
  if (unit.unit === '个' && after?.family === 'time') return after
  return unit.family === 'time' && !after ? { ...unit, end: unit.end + 1 } : null
}

/** 九成 is 90 %, 九成五 is 95 %. */
function tenths(tokens: readonly Token[], single: Single): Single {
  const next = tokens[single.end]
  const more =
    next?.kind === 'number' && next.numeral.chinese && compare(next.numeral.value, TEN) < 0 ? next.numeral : null
  const value = add(multiply(single.value, TEN), more?.value ?? decimal('0'))
  return { ...single, value, unit: '%', family: 'percent', end: more ? single.end + 1 : single.end }
}

/** 八折 and 85折 are 80 % and 85 %. */
function discounted(single: Single): Single {
  const value = compare(single.value, TEN) < 0 ? multiply(single.value, TEN) : single.value
  return { ...single, value: normalize(value), unit: '%', family: 'percent' }
}

/** Money keeps its 万 and 亿 in the unit; 千 and 百 are worked out. */
function inMoney(single: Single, unit: string): Single {
  const kept = single.magnitude ? MONEY_MAGNITUDES.get(single.magnitude) : undefined
  if (single.magnitude && kept)
    return { ...single, value: mantissa(single.value, single.magnitude), unit: kept + unit.slice(1), family: 'money' }
  const notes: readonly TargetNote[] = single.expanded ? [...single.notes, 'magnitude-expanded'] : single.notes
  return { ...single, unit, family: 'money', notes }
}
