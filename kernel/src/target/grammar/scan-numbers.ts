import { compare } from '../../decimal.ts'
import type { TargetNote } from '../target.ts'
import { isYear } from '../tokens/date-literals.ts'
import { suffixAt } from '../tokens/number-suffix.ts'
import { isLetter } from '../tokens/numerals.ts'
import { markOf, type Token } from '../tokens/tokens.ts'
import { PERIOD_OF_UNIT } from '../words/time-words.ts'
import type { Fact } from './facts.ts'
import { NOTHING_PENDING } from './pending.ts'
import { promiseOfAmount } from './promise-of-amount.ts'
import { readAmount } from './read-amount.ts'
import { readCoverage } from './read-coverage.ts'
import type { Amount } from './read-single.ts'
import { addFact, type Scan, startsWithOperator } from './scan.ts'
import { followedByCount, isFactor, takeDate, takeRecurringDay } from './scan-dates.ts'

/** Takes the promise with a number that begins here, if any; the order settles what a number can be. */
export function takeNumber(scan: Scan): boolean {
  return coverage(scan) || takeDate(scan) || takeRecurringDay(scan) || chainedBounds(scan) || amount(scan)
}

function coverage(scan: Scan): boolean {
  const read = readCoverage(scan.tokens, scan.at)
  if (!read) return false
  const { operator } = scan.pending
  const { daysPerWeek, hoursPerDay } = read
  const notes: readonly TargetNote[] = operator ? [] : ['operator-implied']
  const meaning = { kind: 'coverage', operator: operator ?? 'eq', daysPerWeek, hoursPerDay } as const
  scan.pending = { ...NOTHING_PENDING }
  return addFact(scan, { meaning, notes, explicit: operator !== null }, read.end)
}

/** 90%≤X<95%: two bounds around a name. */
function chainedBounds(scan: Scan): boolean {
  const { tokens, at } = scan
  const first = readAmount(tokens, at)
  if (!first || first.upper !== null) return false
  const leftEnd = signAt(tokens, first.end)
  if (leftEnd === null) return false
  let middle = leftEnd.end
  while (middle < leftEnd.end + 3 && isName(tokens[middle])) middle += 1
  const rightEnd = signAt(tokens, middle)
  const second = rightEnd ? readAmount(tokens, rightEnd.end) : null
  if (!rightEnd || !second || second.upper !== null || rightEnd.operator[0] !== leftEnd.operator[0]) return false
  const rising = leftEnd.operator[0] === 'l'
  const [low, high] = rising ? [first, second] : [second, first]
  if (compare(low.value, high.value) > 0) {
    scan.problem ??= 'operator-conflict'
    scan.at = second.end
    return true
  }
  const strictEnd = leftEnd.operator[1] === 't' || rightEnd.operator[1] === 't'
  const meaning = {
    kind: 'range',
    value: low.value,
    upper: high.value,
    unit: low.unit ?? high.unit,
    period: null,
  } as const
  scan.pending = NOTHING_PENDING
  return addFact(scan, { meaning, notes: strictEnd ? ['end-excluded'] : [], explicit: true }, second.end)
}

function signAt(tokens: readonly Token[], at: number): { operator: string; end: number } | null {
  const token = tokens[at]
  if (token?.kind !== 'word' || !token.word.operator?.sign || token.word.operator.operator === 'eq') return null
  return { operator: token.word.operator.operator, end: at + 1 }
}

function isName(token: Token | undefined): boolean {
  const mark = markOf(token)
  if (token?.kind !== 'word') return token?.kind === 'text'
  return token.word.operator === undefined && mark !== 'comma' && mark !== 'clause'
}

function amount(scan: Scan): boolean {
  const { tokens, at } = scan
  const read = readAmount(tokens, at)
  if (!read || !isWholeNumber(scan, read)) return false
  if (isOrdinary(scan, read) || markOf(tokens[read.end]) === 'placeholder') return false
  if (opensPeriod(scan, read)) return true
  const summed = markOf(tokens[at - 1]) === 'plus' && tokens[at - 2]?.kind === 'number'
  if (summed || isFactor(tokens, at, read.end) || isSchoolYear(read)) {
    scan.problem ??= 'numbers-unclear'
    scan.at = read.end
    return true
  }
  const trailing = signAt(tokens, read.end)
  if (trailing && readAmount(tokens, trailing.end) === null && scan.pending.operator === null) {
    scan.problem ??= 'operator-after-value'
    scan.at = trailing.end
    return true
  }
  if (ofPastYears(scan, read)) return true
  const promised = promiseOfAmount(tokens, read, scan.pending)
  const { aspired } = scan.pending
  const wholeYear = scan.pending.period?.period === 'year' && scan.pending.period.span === 'whole'
  scan.pending = { ...NOTHING_PENDING, period: scan.pending.period }
  if (!promised.ok) {
    scan.problem ??= promised.problem
    scan.at = read.end
    return true
  }
  if (aspired && wasPromised(scan, promised.meaning)) {
    scan.qualifiers.push(
      `力争${tokens
        .slice(at, promised.end)
        .map(({ text }) => text)
        .join('')}`,
    )
    scan.at = promised.end
    return true
  }
  const explicit = promised.explicit || isNamedRate(tokens[at - 1], read)
  return addFact(scan, { ...promised, explicit, wholeYear }, promised.end)
}

/** 一次验收合格率100%: the number behind the name of a rate is the target, whatever the name counts. */
function isNamedRate(before: Token | undefined, { family }: Amount): boolean {
  return family === 'percent' && before !== undefined && /[率度比]$/.test(before.text)
}

/** ≥95%，力争98%: the second figure is hoped for, not promised. */
function wasPromised({ facts }: Scan, meaning: Fact['meaning']): boolean {
  const unitOf = (promise: Fact['meaning']) => ('unit' in promise ? promise.unit : null)
  return facts.some((fact) => fact.meaning.kind === 'number' && unitOf(fact.meaning) === unitOf(meaning))
}

/** ≤前三年平均值: the years name a benchmark that is not told. */
function ofPastYears(scan: Scan, { family, end }: Amount): boolean {
  const { tokens, at } = scan
  const past = family === 'time' && PAST.test(tokens[at - 1]?.text ?? '')
  if (!past || !BENCHMARK.test(`${tokens[end]?.text ?? ''}${tokens[end + 1]?.text ?? ''}`)) return false
  scan.problem ??= 'benchmark-unnamed'
  scan.at = end
  return true
}

const PAST = /(前|近|过去|最近)$/
const BENCHMARK = /^(平均|均|水平|同期|实际|最)/

/** 2023/2024学年 names a year that no calendar date ends. */
function isSchoolYear({ value, unit }: Amount): boolean {
  return (
    isYear(Number(value)) &&
    (unit === '学年' || unit === '学期' || (unit?.[0] === '/' && isYear(Number(unit.slice(1)))))
  )
}

/** + and - belong to a number only at the start or right behind a comparison; elsewhere they join two things. */
function isWholeNumber({ tokens, at, pending }: Scan, read: Amount): boolean {
  const mark = markOf(tokens[at])
  const signed = mark === 'plus' || mark === 'dash'
  if (!signed) return mark === 'plus-minus' || !read.value.startsWith('-')
  return tokens[at]?.text.length === 1 && (pending.operatorEnd === at || opensSegment(tokens[at - 1]))
}

/** N+1, T+1 and 5+X are names; a number counts beside a plus only when the other side is a number too. */
function isSummand(tokens: readonly Token[], start: number, end: number): boolean {
  const before = tokens[start - 2]
  const after = tokens[end + 1]
  const named = (token: Token | undefined) =>
    token?.kind === 'text' || markOf(token) === 'placeholder' || markOf(token) === 'times' || isLetter(token?.text)
  return (markOf(tokens[start - 1]) === 'plus' && named(before)) || (markOf(tokens[end]) === 'plus' && named(after))
}

function opensSegment(before: Token | undefined): boolean {
  const mark = markOf(before)
  return (
    before === undefined ||
    mark === 'clause' ||
    mark === 'comma' ||
    (before.kind === 'word' && before.word.period !== undefined)
  )
}

/** Chinese numerals without a unit or a sign, levels (三级), and labels (一期3个) count nothing. */
function isOrdinary({ tokens, at, pending }: Scan, read: Amount): boolean {
  const signed = pending.operator !== null && pending.operatorEnd === at
  if (read.family === 'level') return !(signed && pending.operatorSign)
  if (isSummand(tokens, at, read.end) || isAgeGroup(tokens, read)) return true
  const alone = tokens.length === 1 || (at === 0 && read.end === tokens.length)
  const zeroCase = tokens[at]?.text === '零'
  if (read.chinese && read.unit === null) return !(alone || signed || zeroCase)
  return (
    read.chinese &&
    LABEL_UNITS.has(read.unit ?? '') &&
    (tokens[read.end]?.kind === 'number' || startsWithOperator(tokens[read.end]))
  )
}

/** 65岁以上老年人 and 0-6岁儿童 say who is meant. */
function isAgeGroup(tokens: readonly Token[], { unit, end }: Amount): boolean {
  const after = suffixAt(tokens, end).end
  return (
    (unit === '岁' || unit === '周岁') &&
    (tokens[after]?.kind === 'text' || markOf(tokens[after]) === 'filler' || isThing(tokens[after]))
  )
}

function isThing(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.word.unit?.family === 'count'
}

const LABEL_UNITS = new Set(['期', '组', '层', '类', '标段', '轮', '批', '批次'])

/** 一年一次, 半年1次 and 两周不少于1次: the first amount is the span of the second. */
function opensPeriod(scan: Scan, read: Amount): boolean {
  const { tokens, pending } = scan
  const period = PERIOD_OF_UNIT.get(read.unit ?? '')
  if (!period || read.upper !== null || pending.operator !== null || !followedByCount(tokens, read.end)) return false
  if (read.value === '0.5' && period === 'year')
    scan.pending = { ...pending, period: { period: 'half-year', span: 'every' } }
  else scan.pending = { ...pending, everyOther: { count: read.value, unit: read.unit ?? '' } }
  scan.at = read.end
  return true
}
