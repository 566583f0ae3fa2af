import { decimal, isDecimal } from '../decimal.ts'
import { isDigit, type Numeral } from './numerals.ts'
import type { Token } from './tokens.ts'

const SEPARATORS = new Set(['-', '/', '.'])

/**
 * 2021-12-31 · 2021/6 · 2021.12 · 20211231, with the midnight a spreadsheet adds. A month stands for its last day.
 * 2021.12 and 20211231 may also be plain numbers, so they carry their numeral along.
 */
export function dateLiteral(characters: readonly string[], start: number): { token: Token; end: number } | null {
  const head = digitsOf(characters, start, 9)
  if (head.length === 8) return eightDigits(characters, start, head)
  if (head.length === 6) return monthSpan(characters, start, head)
  if (head.length <= 2 && characters[start + head.length] === '/') return monthFirst(characters, start, head)
  const year = head.length === 4 ? Number(head) : 0
  const separator = characters[start + 4] ?? ''
  if (!isYear(year) || !SEPARATORS.has(separator)) return null
  const month = digitsOf(characters, start + 5, 3)
  const monthEnd = start + 5 + month.length
  if (!isMonth(month)) return null
  const day = characters[monthEnd] === separator ? digitsOf(characters, monthEnd + 1, 3) : ''
  if (day !== '') return fullDate(characters, { start, end: monthEnd + 1 + day.length, year, month, day })
  if (characters[monthEnd] === '%' || characters[monthEnd] === '万') return null
  const text = characters.slice(start, monthEnd).join('')
  return {
    token: {
      kind: 'date',
      text,
      date: `${year}-${month.padStart(2, '0')}`,
      numeral: separator === '.' ? numeralOf(text) : null,
    },
    end: monthEnd,
  }
}

type Parts = {
  readonly start: number
  readonly end: number
  readonly year: number
  readonly month: string
  readonly day: string
}

function fullDate(
  characters: readonly string[],
  { start, end, year, month, day }: Parts,
): { token: Token; end: number } | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (day.length > 2 || !isCalendarDate(date)) return { token: { kind: 'odd-number', text: date }, end }
  const clock = clockAfter(characters, end)
  return { token: { kind: 'date', text: characters.slice(start, clock).join(''), date, numeral: null }, end: clock }
}

function eightDigits(characters: readonly string[], start: number, head: string): { token: Token; end: number } | null {
  const date = `${head.slice(0, 4)}-${head.slice(4, 6)}-${head.slice(6)}`
  const next = characters[start + 8]
  if (!isYear(Number(head.slice(0, 4))) || !isCalendarDate(date) || next === '.' || next === ',') return null
  return { token: { kind: 'date', text: head, date, numeral: numeralOf(head) }, end: start + 8 }
}

/** 202001-202012: only as a span, for six digits alone are a number. */
function monthSpan(characters: readonly string[], start: number, head: string): { token: Token; end: number } | null {
  const last = characters[start + 6] === '-' ? digitsOf(characters, start + 7, 7) : ''
  if (last.length !== 6 || !isYearMonth(head) || !isYearMonth(last)) return null
  const date = `${last.slice(0, 4)}-${last.slice(4)}`
  return { token: { kind: 'date', text: `${head}-${last}`, date, numeral: null }, end: start + 13 }
}

function isYearMonth(digits: string): boolean {
  return isYear(Number(digits.slice(0, 4))) && isMonth(digits.slice(4))
}

/** 12/31/2021, as spreadsheets of another language show a day. */
function monthFirst(characters: readonly string[], start: number, month: string): { token: Token; end: number } | null {
  const dayStart = start + month.length + 1
  const day = digitsOf(characters, dayStart, 3)
  const yearStart = dayStart + day.length + 1
  const year = characters[yearStart - 1] === '/' ? digitsOf(characters, yearStart, 5) : ''
  if (year.length !== 4 || !isMonth(month)) return null
  return fullDate(characters, { start, end: yearStart + 4, year: Number(year), month, day })
}

/** Spreadsheets write a date as `2021-12-31 00:00:00`. */
function clockAfter(characters: readonly string[], start: number): number {
  if (characters[start] !== ' ' && characters[start] !== 'T') return start
  let end = start + 1
  while (end < start + 14 && (isDigit(characters[end]) || characters[end] === ':' || characters[end] === '.')) end += 1
  const isClock = end > start + 4 && characters.slice(start, end).includes(':')
  return isClock ? (characters[end] === 'Z' ? end + 1 : end) : start
}

function digitsOf(characters: readonly string[], start: number, most: number): string {
  let end = start
  while (end < start + most && isDigit(characters[end])) end += 1
  return characters.slice(start, end).join('')
}

export function isYear(year: number): boolean {
  return year >= 1990 && year <= 2099
}

function isMonth(text: string): boolean {
  return (text.length === 1 || text.length === 2) && Number(text) >= 1 && Number(text) <= 12
}

/** YYYY-MM-DD that exists. */
export function isCalendarDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month)
}

export function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function numeralOf(text: string): Numeral | null {
  return isDecimal(text) ? { value: decimal(text), chinese: false, magnitude: null, expanded: false } : null
}
