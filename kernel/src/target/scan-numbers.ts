import { NOTHING_PENDING } from './pending.ts'
import { promiseOfAmount } from './promise-of-amount.ts'
import { type Amount, readAmount } from './read-amount.ts'
import { readCoverage } from './read-coverage.ts'
import { type DateRead, readDate, readDayOfMonth } from './read-date.ts'
import { periodUnit, readUnit } from './read-unit.ts'
import { addFact, restOfSegment, type Scan, startsWithOperator } from './scan.ts'
import type { TargetNote } from './target.ts'
import { PERIOD_OF_UNIT } from './time-words.ts'
import { markOf, type Token } from './tokens.ts'

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
  if (!read || isQuantity(scan, read)) return false
  if (markOf(tokens[at - 1]) === 'than') {
    scan.pending = { ...pending, baseline: true, notes: [...pending.notes, 'baseline-year'] }
    scan.at = read.end
    return true
  }
  if (read.problem) scan.problem ??= read.problem
  const grade = restOfSegment(tokens, read.end)
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

/** ≤12月 and 12月/次 count months; 一季度一次 recurs; 2021.12万元 is money. */
function isQuantity({ tokens, at, pending }: Scan, read: DateRead): boolean {
  const token = tokens[at]
  const signed = pending.operator !== null && pending.operatorEnd === at
  if (token?.kind === 'date') return token.numeral !== null && !read.firm && readUnit(tokens, at + 1) !== null
  if (token?.kind === 'word') return followedByCount(tokens, read.end)
  const month = tokens[at + 1]?.text === '月' && read.end === at + 2
  return month && (signed || markOf(tokens[at + 2]) === 'slash')
}

function followedByCount(tokens: readonly Token[], at: number): boolean {
  const next = readAmount(tokens, startsWithOperator(tokens[at]) ? at + 1 : at)
  return next !== null && next.family === 'count'
}

function recurringDay(scan: Scan): boolean {
  const { period } = scan.pending
  const read = readDayOfMonth(scan.tokens, scan.at)
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
  return token?.kind === 'text' || mark === 'placeholder' || mark === 'times'
}

function amount(scan: Scan): boolean {
  const { tokens, at } = scan
  const read = readAmount(tokens, at)
  if (!read || (read.value.startsWith('-') && !mayBeNegative(scan))) return false
  if (isOrdinary(scan, read) || markOf(tokens[read.end]) === 'placeholder') return false
  if (opensPeriod(scan, read)) return true
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
  return addFact(scan, promised, promised.end)
}

/** A minus sign belongs to a number only at the start or right behind a sign. */
function mayBeNegative({ tokens, at, pending }: Scan): boolean {
  if (markOf(tokens[at]) === 'plus-minus') return true
  return tokens[at]?.text === '-' && (at === 0 || pending.operatorEnd === at)
}

/** Chinese numerals without a unit or a sign, levels (三级), and labels (一期3个) count nothing. */
function isOrdinary({ tokens, at, pending }: Scan, read: Amount): boolean {
  const signed = pending.operator !== null && pending.operatorEnd === at
  if (read.family === 'level') return !(signed && pending.operatorSign)
  const alone = tokens.length === 1 || (at === 0 && read.end === tokens.length)
  const zeroCase = tokens[at]?.text === '零'
  if (read.chinese && read.unit === null) return !(alone || signed || zeroCase)
  return (
    read.chinese &&
    LABEL_UNITS.has(read.unit ?? '') &&
    (tokens[read.end]?.kind === 'number' || startsWithOperator(tokens[read.end]))
  )
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
