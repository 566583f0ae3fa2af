import type { Decimal } from '../../decimal.ts'
import type { TargetNote, TargetProblem } from '../target.ts'
import { isCalendarDate, isMonth, isYear, lastDay } from '../tokens/date-literals.ts'
import { markOf, type Token } from '../tokens/tokens.ts'

/**
 * A day, or the end of a named span. `firm` when a word such as 前 or 底 makes it a deadline; otherwise it may only
 * say which year a number belongs to.
 */
export type DateRead = {
  readonly date: string | null
  readonly firm: boolean
  readonly notes: readonly TargetNote[]
  readonly problem: TargetProblem | null
  readonly end: number
}

type Span = { readonly rest: string; readonly firm: boolean; readonly end: number }
type Parts = {
  readonly year: number | null
  readonly rest: string | null
  readonly firm: boolean
  readonly notes: readonly TargetNote[]
  readonly end: number
}

export function readDate(tokens: readonly Token[], at: number): DateRead | null {
  const span = monthSpan(tokens, at) ?? yearSpan(tokens, at)
  if (span) return closed(tokens, span)
  const first = readDay(tokens, at)
  if (!first) return null
  const firstEnd = tokens[first.end]?.text === '起' ? first.end + 1 : first.end
  const last = markOf(tokens[firstEnd]) === 'dash' ? (readDay(tokens, firstEnd + 1) ?? shortEnd(tokens, first)) : null
  if (!last) return closed(tokens, first)
  const year = last.year ?? first.year
  return closed(tokens, { ...last, year, notes: [...last.notes, 'start-dropped'] })
}

/** 2024.1.1-12.31 and 2024.1-12: the end repeats neither year nor unit. */
function shortEnd(tokens: readonly Token[], first: Parts): Parts | null {
  const token = tokens[first.end + 1]
  if (token?.kind !== 'number' || first.rest === null || tokens[first.end - 1]?.kind !== 'date') return null
  const [month = '', day] = token.text.split('.')
  const wholeDay = first.rest.length === 5
  if (!isMonth(month) || wholeDay !== (day !== undefined)) return null
  const rest = day === undefined ? month.padStart(2, '0') : `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return { year: null, rest, firm: true, notes: wholeDay ? [] : ['end-implied'], end: first.end + 2 }
}

/** 1-12月 and 2021年1-12月: the first month has no 月 of its own. */
function monthSpan(tokens: readonly Token[], at: number): Parts | null {
  const year = yearAt(tokens, at)
  const start = year?.end ?? at
  const last =
    wholeNumber(tokens[start]) === null || markOf(tokens[start + 1]) !== 'dash' ? null : monthAndDay(tokens, start + 2)
  if (!last) return null
  return { ...last, year: year?.year ?? null, notes: [...(year?.notes ?? []), 'start-dropped'] }
}

/** 2021-2023年, also without 年 when both are years. */
function yearSpan(tokens: readonly Token[], at: number): Parts | null {
  const [first, last] = [wholeNumber(tokens[at]), wholeNumber(tokens[at + 2])]
  if (first === null || last === null || markOf(tokens[at + 1]) !== 'dash' || !isYear(first) || !isYear(last))
    return null
  const next = tokens[at + 3]
  const named = next?.text === '年' || next?.text === '年度'
  if (!named && tokens.length > 3) return null
  return { year: last, rest: null, firm: false, notes: ['end-implied', 'start-dropped'], end: named ? at + 4 : at + 3 }
}

/** 每月10日前, 次月5日前: the day of a recurring month; 每月28日 too, where the month is named as recurring. */
export function readDayOfMonth(
  tokens: readonly Token[],
  at: number,
  monthly: boolean,
): { text: string; end: number } | null {
  const day = wholeNumber(tokens[at])
  const unit = tokens[at + 1]?.text
  const before = tokens[at + 2]
  if (day === null || day < 1 || day > 31 || (unit !== '日' && unit !== '号')) return null
  if (monthly && !isDeadlineEnd(before)) return { text: `${day}日`, end: at + 2 }
  if (before?.kind !== 'word' || !before.word.deadlineEnd || !before.text.endsWith('前')) return null
  return { text: `${day}日${before.text}`, end: at + 3 }
}

function closed(tokens: readonly Token[], parts: Parts): DateRead {
  const { end, firm } = deadlineEnd(tokens, parts)
  const date = written(parts)
  const whole = date?.length === 5 ? `${LEAP_YEAR}-${date}` : date
  const impossible = whole?.length === 10 && !isCalendarDate(whole)
  return { date, firm, notes: parts.notes, problem: impossible ? 'date-impossible' : null, end }
}

/** A day without a year may be 29 February. */
const LEAP_YEAR = 2024

function deadlineEnd(tokens: readonly Token[], parts: Parts): { end: number; firm: boolean } {
  let end = afterClock(tokens, parts.end)
  for (let token = tokens[end]; isDeadlineEnd(token); token = tokens[end]) end += 1
  return { end, firm: parts.firm || end > parts.end }
}

/** 12月31日24时前, 12月31日17:30前: the hour adds nothing to the day. */
function afterClock(tokens: readonly Token[], at: number): number {
  const hour = wholeNumber(tokens[at])
  if (hour === null || hour > 24) return at
  if (tokens[at + 1]?.text === '时') return at + 2
  return markOf(tokens[at + 1]) === 'colon' && tokens[at + 2]?.text.length === 2 ? at + 3 : at
}

/** 2021年全年 ends as 2021年 does. */
function isDeadlineEnd(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false
  return (
    token.word.deadlineEnd === true || token.word.within === 'year' || token.text === '全年' || token.text === '全年度'
  )
}

function written({ year, rest }: Parts): string | null {
  if (year === null) return rest
  if (rest === null) return `${year}-12-31`
  return rest.length === 2 ? `${year}-${rest}-${lastDay(year, Number(rest))}` : `${year}-${rest}`
}

function readDay(tokens: readonly Token[], at: number): Parts | null {
  const token = tokens[at]
  if (token?.kind === 'date') return literal(token.date, at + 1)
  const span = partOfYear(tokens, at) ?? monthAndDay(tokens, at) ?? dottedDay(tokens, at)
  if (span) return { ...span, year: null, notes: [] }
  const year = yearAt(tokens, at)
  if (!year) return null
  const rest =
    partOfYear(tokens, year.end) ??
    monthAndDay(tokens, year.end) ??
    dottedDay(tokens, year.end) ??
    noMonth(tokens, year.end)
  const notes: readonly TargetNote[] = rest?.rest.length === 5 ? year.notes : [...year.notes, 'end-implied']
  return { year: year.year, rest: rest?.rest ?? null, firm: rest?.firm ?? false, end: rest?.end ?? year.end, notes }
}

function literal(date: string, end: number): Parts {
  const notes: readonly TargetNote[] = date.length === 7 ? ['end-implied'] : []
  return { year: Number(date.slice(0, 4)), rest: date.slice(5), firm: true, end, notes }
}

/** 12年底 may be twelve years; forms of such years are not filled any more. */
const FIRST_SHORT_YEAR = 14

/** 2021年, 21年12月 and 21年底; a bare 2021 is a number. */
function yearAt(
  tokens: readonly Token[],
  at: number,
): { year: number; notes: readonly TargetNote[]; end: number } | null {
  const written = wholeNumber(tokens[at])
  const next = tokens[at + 1]
  if (written === null || next?.kind !== 'word') return null
  if (isYear(written) && (next.text === '年' || next.text === '年度')) return { year: written, notes: [], end: at + 2 }
  if (isYear(written) && next.text.startsWith('年') && (next.word.yearPart || next.word.deadlineEnd))
    return { year: written, notes: [], end: at + 1 }
  if (isYear(written) && (next.text === '全年' || next.text === '全年度'))
    return { year: written, notes: [], end: at + 1 }
  if (tokens[at]?.text.length !== 2) return null
  if (partOfYear(tokens, at + 1)?.firm && isYear(2000 + written) && written > FIRST_SHORT_YEAR)
    return { year: 2000 + written, notes: ['year-implied'], end: at + 1 }
  const short = next.text === '年' && monthAndDay(tokens, at + 2) !== null
  return short ? { year: 2000 + written, notes: ['year-implied'], end: at + 2 } : null
}

function partOfYear(tokens: readonly Token[], at: number): Span | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const yearEnd = token.text.startsWith('年底') || token.text.startsWith('年末')
  if (yearEnd) return { rest: '12-31', firm: true, end: at + 1 }
  return token.word.yearPart ? { rest: token.word.yearPart, firm: false, end: at + 1 } : null
}

const THIRDS_OF_MONTH: ReadonlyMap<string, string> = new Map([
  ['上旬', '10'],
  ['中旬', '20'],
])

/** 12月31日 gives `12-31`, 12月 and 12月底 the month alone. */
function monthAndDay(tokens: readonly Token[], at: number): Span | null {
  const month = wholeNumber(tokens[at])
  const next = tokens[at + 1]
  if (month === null || month < 1 || month > 12 || next?.kind !== 'word' || next.text[0] !== '月') return null
  const rest = String(month).padStart(2, '0')
  if (next.text.length > 1 && next.text !== '月份')
    return next.word.deadlineEnd ? { rest, firm: true, end: at + 2 } : null
  const third = THIRDS_OF_MONTH.get(tokens[at + 2]?.text ?? '')
  if (tokens[at + 2]?.text === '下旬') return { rest, firm: true, end: at + 3 }
  if (third) return { rest: `${rest}-${third}`, firm: true, end: at + 3 }
  const day = wholeNumber(tokens[at + 2])
  const dayUnit = tokens[at + 3]?.text
  const dated = dayUnit === '日' || dayUnit === '号' || isBefore(tokens[at + 3])
  if (day === null || day < 1 || day > 99 || !dated) return { rest, firm: false, end: at + 2 }
  if (isBefore(tokens[at + 3])) return { rest: `${rest}-${String(day).padStart(2, '0')}`, firm: true, end: at + 3 }
  return { rest: `${rest}-${String(day).padStart(2, '0')}`, firm: true, end: at + 4 }
}

/** 12.31前 */
function dottedDay(tokens: readonly Token[], at: number): Span | null {
  const token = tokens[at]
  const [month = '', day = '', ...more] = token?.kind === 'number' ? token.text.split('.') : []
  const dated = isMonth(month) && /^\d{1,2}$/.test(day) && more.length === 0 && isBefore(tokens[at + 1])
  if (!dated || !isCalendarDate(`${LEAP_YEAR}-${month}-${day}`)) return null
  return { rest: `${month.padStart(2, '0')}-${day.padStart(2, '0')}`, firm: true, end: at + 1 }
}

/** 2023年13月 names no month. */
function noMonth(tokens: readonly Token[], at: number): Span | null {
  const month = wholeNumber(tokens[at])
  const named = month !== null && (month < 1 || month > 12) && tokens[at + 1]?.text[0] === '月'
  return named ? { rest: `${String(month).padStart(2, '0')}-01`, firm: true, end: at + 2 } : null
}

function isBefore(token: Token | undefined): boolean {
  return token?.text === '前' || token?.text === '之前' || token?.text === '以前'
}

function wholeNumber(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || token.numeral.expanded) return null
  const value: Decimal = token.numeral.value
  return value.length <= 4 && !value.includes('.') ? Number(value) : null
}
