import { markOf, type Token } from '../tokens/tokens.ts'
import { OCCASIONS } from '../words/time-words.ts'
import { isCompletion } from './closing-facts.ts'
import { NOTHING_PENDING } from './pending.ts'
import { readAmount } from './read-amount.ts'
import { type DateRead, readDate, readDayOfMonth } from './read-date.ts'
import { periodUnit, readUnit } from './read-unit.ts'
import { addFact, restOfSegment, type Scan, startsWithOperator } from './scan.ts'

/** Takes the day or span that begins here, if any. */
export function takeDate(scan: Scan): boolean {
  const { tokens, at, pending } = scan
  const read = readDate(tokens, at)
  if (!read || quarterly(scan, read) || beforeOccasion(scan, read)) return read !== null
  if (isQuantity(scan, read)) return false
  // Not before a day, and from it on, is no deadline.
  if (tokens[at - 1]?.text === '不早于' || isBeginning(tokens[read.end])) return asWords(scan, read.end)
  if (isFactor(tokens, at, read.end)) {
    scan.problem ??= 'numbers-unclear'
    scan.at = read.end
    return true
  }
  if (markOf(tokens[at - 1]) === 'than' || isComparedYear(scan, read)) {
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

/** 2024年3月1日后, 2024年9月起实施. */
function isBeginning(next: Token | undefined): boolean {
  return next !== undefined && /^(?:[以之]?后|起)/.test(next.text)
}

/** 不低于2023年 compares with what that year reached; 不晚于2023年 is a deadline. */
function isComparedYear({ tokens, at, pending }: Scan, read: DateRead): boolean {
  return isWholeYear(read) && pending.operatorEnd === at && COMPARING.test(tokens[at - 1]?.text ?? '')
}

const COMPARING = /[高低大小多少优劣好差]于$|超过$/

/** 一季度一次 is once a quarter, not in the first one. */
function quarterly(scan: Scan, read: DateRead): boolean {
  const text = scan.tokens[scan.at]?.text
  if ((text !== '一季度' && text !== '1季度') || !followedByCount(scan.tokens, read.end)) return false
  if (scan.tokens.some((token) => token.text !== text && /^第?[二三四2-4]季度$/.test(token.text))) return false
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

/** 每月10日前: a day that comes again in every span. */
export function takeRecurringDay(scan: Scan): boolean {
  const { period, within: limit } = scan.pending
  if (limit?.end === scan.at && limit.text.endsWith('前')) return daysBefore(scan, limit)
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

/** 每季度末前10日: so many days before the span ends. */
function daysBefore(scan: Scan, { period, text }: NonNullable<Scan['pending']['within']>): boolean {
  const read = readAmount(scan.tokens, scan.at)
  if (read?.family !== 'time' || read.upper !== null) return false
  const grade = restOfSegment(scan.tokens, read.end)
  const days = scan.tokens.slice(scan.at, read.end).map((token) => token.text)
  scan.qualifiers.push(text + days.join(''))
  const meaning = { kind: 'deadline', date: null, within: period, grades: grade.text ? [grade.text] : [] } as const
  scan.pending = NOTHING_PENDING
  return addFact(scan, { meaning, notes: ['recurring-deadline'], explicit: true }, grade.end)
}

/** 4次*12月, 2人×5天: the product is not worked out. */
export function isFactor(tokens: readonly Token[], start: number, end: number): boolean {
  const counted = (token: Token | undefined) =>
    token?.kind === 'number' || (token?.kind === 'word' && (token.word.unit ?? token.word.period) !== undefined)
  const behind = markOf(tokens[start - 1]) === 'times' && counted(tokens[start - 2])
  return behind || (markOf(tokens[end]) === 'times' && tokens[end + 1]?.kind === 'number')
}

export function followedByCount(tokens: readonly Token[], at: number): boolean {
  const next = readAmount(tokens, startsWithOperator(tokens[at]) ? at + 1 : at)
  return next !== null && next.family === 'count'
}
