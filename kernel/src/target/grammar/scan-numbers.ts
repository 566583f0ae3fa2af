import { compare } from '../../decimal.ts'
import type { TargetNote } from '../target.ts'
import { isYear } from '../tokens/date-literals.ts'
import { suffixAt } from '../tokens/number-suffix.ts'
import { isLetter } from '../tokens/numerals.ts'
import { markOf, type Token } from '../tokens/tokens.ts'
import { OCCASIONS, PERIOD_OF_UNIT } from '../words/time-words.ts'
import { isCompletion } from './closing-facts.ts'
import { NOTHING_PENDING } from './pending.ts'
import { promiseOfAmount } from './promise-of-amount.ts'
import { type Amount, readAmount } from './read-amount.ts'
import { readCoverage } from './read-coverage.ts'
import { type DateRead, readDate, readDayOfMonth } from './read-date.ts'
import { periodUnit, readUnit } from './read-unit.ts'
import { addFact, restOfSegment, type Scan, startsWithOperator } from './scan.ts'

/** Takes the promise with a number that begins here, if any; the order settles what a number can be. */
export function takeNumber(scan: Scan): boolean {
  return coverage(scan) || date(scan) || recurringDay(scan) || chainedBounds(scan) || amount(scan)
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

function date(scan: Scan): boolean {
  const { tokens, at, pending } = scan
  const read = readDate(tokens, at)
  if (!read || quarterly(scan, read) || beforeOccasion(scan, read)) return read !== null
  if (isQuantity(scan, read)) return false
  if (markOf(tokens[at - 1]) === 'than') {
    scan.pending = { ...pending, baseline: true, notes: [...pending.notes, 'baseline-year'] }
    scan.at = read.end
    return true
  }
  if (read.problem) scan.problem ??= read.problem
  const grade = restOfSegment(tokens, read.end)
  if (isWholeYear(read) && grade.text !== '' && !isCompletion(grade.text)) return asWords(scan, read.end)
  const within = pending.period?.span === 'every' ? pending.period.period : null
  const meaning = { kind: 'deadline', date: read.date, within, grades: grade.text ? [grade.text] : [] } as const
  const loose = !read.firm && pending.operator === null
  scan.pending = { ...pending, operator: null, within: null }
  return addFact(
    scan,
    { meaning, notes: within ? [...read.notes, 'recurring-deadline'] : read.notes, explicit: read.firm, loose },
    read.firm ? grade.end : read.end,
  )
}

/** 一季度一次 is once a quarter, not in the first one. */
function quarterly(scan: Scan, read: DateRead): boolean {
  const text = scan.tokens[scan.at]?.text
  if ((text !== '一季度' && text !== '1季度') || !followedByCount(scan.tokens, read.end)) return false
  scan.pending = { ...scan.pending, period: { period: 'quarter', span: 'every' } }
  scan.at = read.end
  return true
}

/** 2022年春节前 is some day of 2022 that no calendar of ours knows, and not its last one. */
function beforeOccasion(scan: Scan, read: DateRead): boolean {
  return !read.firm && OCCASIONS.includes(scan.tokens[read.end]?.text ?? '') && asWords(scan, read.end)
}

/** 完成2022年度工作任务: a year that only names the work. */
function isWholeYear({ date: day, firm }: DateRead): boolean {
  return !firm && day?.length === 10 && day.endsWith('-12-31')
}

function asWords(scan: Scan, end: number): true {
  for (; scan.at < end; scan.at += 1) scan.words += scan.tokens[scan.at]?.text ?? ''
  return true
}

/** ≤12月 and 12月/次 count months; 一月一次 recurs; 一季度一次 recurs; 2021.12万元 is money. */
function isQuantity({ tokens, at, pending }: Scan, read: DateRead): boolean {
  const token = tokens[at]
  const signed = pending.operator !== null && pending.operatorEnd === at
  if (token?.kind === 'date') return token.numeral !== null && isMeasured(tokens, at + 1)
  if (token?.kind === 'word') return followedByCount(tokens, read.end)
  const month = tokens[at + 1]?.text === '月' && read.end === at + 2
  if (month && (token?.text === '一' || token?.text === '1') && followedByCount(tokens, read.end)) return true
  return month && (signed || markOf(tokens[at + 2]) === 'slash')
}

/** 2021.12万元, but not 2021.12月. */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  const unit = readUnit(tokens, at)
  return unit !== null && unit.unit !== '月' && unit.unit !== '日'
}

function followedByCount(tokens: readonly Token[], at: number): boolean {
  const next = readAmount(tokens, startsWithOperator(tokens[at]) ? at + 1 : at)
  return next !== null && next.family === 'count'
}

function recurringDay(scan: Scan): boolean {
  const { period } = scan.pending
  const monthly = period?.period === 'month' && period.span === 'every' && scan.pending.operator === null
  const read = readDayOfMonth(scan.tokens, scan.at, monthly)
  if (!read || (period === null && !scan.words.endsWith('次月'))) return false
  const grade = restOfSegment(scan.tokens, read.end)
  const within = period?.period ?? 'month'
  scan.qualifiers.push(`每${periodUnit(within)}${read.text}`)
  const meaning = { kind: 'deadline', date: null, within, grades: grade.text ? [grade.text] : [] } as const
  scan.pending = NOTHING_PENDING
  return addFact(scan, { meaning, notes: ['recurring-deadline'], explicit: true }, grade.end)
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
  if (summed || isSchoolYear(read)) {
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
  const promised = promiseOfAmount(tokens, read, scan.pending)
  scan.pending = { ...NOTHING_PENDING, period: scan.pending.period }
  if (!promised.ok) {
    scan.problem ??= promised.problem
    scan.at = read.end
    return true
  }
  return addFact(scan, { ...promised, explicit: promised.explicit || isNamedRate(tokens[at - 1], read) }, promised.end)
}

/** 一次验收合格率100%: the number behind the name of a rate is the target, whatever the name counts. */
function isNamedRate(before: Token | undefined, { family }: Amount): boolean {
  return family === 'percent' && before !== undefined && /[率度比]$/.test(before.text)
}

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
