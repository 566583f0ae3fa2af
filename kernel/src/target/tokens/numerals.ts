import { add, compare, type Decimal, decimal, divide, isDecimal, multiply, normalize, ZERO } from '../../decimal.ts'

const ONE = decimal('1')
const TEN = decimal('10')

/** A number as written: its value, and the 万 or 亿 it ends with, which money keeps in its unit. */
export type Numeral = {
  readonly value: Decimal
  readonly chinese: boolean
  readonly magnitude: '万' | '亿' | null
  readonly expanded: boolean
}

export type NumeralRead = { readonly numeral: Numeral | null; readonly end: number }

/** Longer digit strings are identifiers, not quantities. */
const MOST_DIGITS = 18

const CHINESE_DIGITS: ReadonlyMap<string, number> = new Map(
  ['〇零○', '一壹', '二贰两貳', '三叁叄', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((same, digit) =>
    [...same].map((character) => [character, digit] as const),
  ),
)
const SMALL: ReadonlyMap<string, string> = new Map([
  ['十', '10'],
  ['拾', '10'],
  ['百', '100'],
  ['佰', '100'],
  ['千', '1000'],
  ['仟', '1000'],
])
const LARGE: ReadonlyMap<string, string> = new Map([
  ['万', '10000'],
  ['萬', '10000'],
  ['亿', '100000000'],
  ['億', '100000000'],
])

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9' && character.length === 1
}

export function isLetter(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z]$/.test(character)
}

export function isChineseDigit(character: string | undefined): boolean {
  return character !== undefined && (CHINESE_DIGITS.has(character) || character === '十' || character === '拾')
}

export function isMagnitude(character: string | undefined): boolean {
  return character !== undefined && (SMALL.has(character) || LARGE.has(character))
}

/** `startsUnit` says whether a unit such as 千克 or 百分点 begins at a place, so that 3千克 is three and not 3000. */
export type UnitProbe = (at: number) => boolean

/** 1,234.5 · 3.5万 · 1亿2000万 · 3万5. The caller stands on a digit. */
export function readDigits(characters: readonly string[], start: number, startsUnit: UnitProbe): NumeralRead {
  const first = plainNumber(characters, start)
  if (first.text === null) return { numeral: null, end: first.end }
  let end = first.end
  let total = ZERO
  let part = decimal(first.text)
  let last: string | null = null
  // 1亿2000万元: behind 亿 the 万 of 万元 counts, so that the sum is one number.
  while (isMagnitude(characters[end]) && (!startsUnit(end) || (last === '亿' && characters[end] === '万'))) {
    const run = magnitudeRun(characters, end, last === '亿' ? () => false : startsUnit)
    total = add(total, multiply(part, run.factor))
    ;({ end, last } = run)
    const next = isDigit(characters[end]) ? plainNumber(characters, end) : null
    if (!next?.text || next.text.includes('.') || next.text.length > 4) return mixed(total, last, end)
    if (!isMagnitude(characters[next.end]) || (startsUnit(next.end) && last !== '亿'))
      return mixed(add(total, decimal(next.text)), null, next.end)
    part = decimal(next.text)
    end = next.end
  }
  return { numeral: { value: part, chinese: false, magnitude: null, expanded: false }, end }
}

function mixed(value: Decimal, last: string | null, end: number): NumeralRead {
  if (value.length > MOST_DIGITS) return { numeral: null, end }
  return { numeral: { value: normalize(value), chinese: false, magnitude: money(last), expanded: true }, end }
}

function magnitudeRun(
  characters: readonly string[],
  start: number,
  startsUnit: UnitProbe,
): { factor: Decimal; end: number; last: string } {
  let factor = decimal('1')
  let end = start
  let last = ''
  for (; isMagnitude(characters[end]) && !startsUnit(end) && end < start + 4; end += 1) {
    last = characters[end] ?? ''
    factor = multiply(factor, decimal(SMALL.get(last) ?? LARGE.get(last) ?? '1'))
  }
  return { factor, end, last }
}

function plainNumber(characters: readonly string[], start: number): { text: string | null; end: number } {
  let end = digitsFrom(characters, start)
  let text = characters.slice(start, end).join('')
  if (end - start <= 3) {
    while (characters[end] === ',' && digitsFrom(characters, end + 1) === end + 4) {
      text += characters.slice(end + 1, end + 4).join('')
      end += 4
    }
  }
  if (characters[end] === '.' && isDigit(characters[end + 1])) {
    const fractionEnd = digitsFrom(characters, end + 1)
    text += characters.slice(end, fractionEnd).join('')
    end = fractionEnd
    if (characters[end] === '.' && isDigit(characters[end + 1]))
      return { text: null, end: digitsFrom(characters, end + 1) }
  }
  const scientific = exponentAt(characters, end)
  if (scientific) return { text: shifted(text, scientific.exponent), end: scientific.end }
  const trimmed = text.replace(/^0+(?=\d)/, '')
  return { text: trimmed.length <= MOST_DIGITS && isDecimal(trimmed) ? trimmed : null, end }
}

/** 1E+02, as a spreadsheet shows a long number. */
function exponentAt(characters: readonly string[], start: number): { exponent: number; end: number } | null {
  if (characters[start] !== 'E' && characters[start] !== 'e') return null
  const sign = characters[start + 1]
  const from = sign === '+' || sign === '-' ? start + 2 : start + 1
  const end = digitsFrom(characters, from)
  const exponent = Number(characters.slice(from, end).join(''))
  if (end === from || end > from + 2 || exponent > MOST_DIGITS || isLetter(characters[end])) return null
  return { exponent: sign === '-' ? -exponent : exponent, end }
}

function shifted(text: string, exponent: number): string | null {
  if (!isDecimal(text)) return null
  const factor = decimal(`1${'0'.repeat(Math.abs(exponent))}`)
  const value =
    exponent < 0
      ? divide(decimal(text), factor, { scale: 2 * MOST_DIGITS, rounding: 'half-up' })
      : multiply(decimal(text), factor)
  const plain = normalize(value)
  return plain.length <= MOST_DIGITS ? plain : null
}

function digitsFrom(characters: readonly string[], start: number): number {
  let end = start
  while (isDigit(characters[end])) end += 1
  return end
}

/** 三 · 九十五点五 · 一百二十万 · 二〇二一. Null for runs that count nothing exactly, such as 三五. */
export function readChinese(characters: readonly string[], start: number, startsUnit: UnitProbe): NumeralRead {
  let end = start
  let point = -1
  for (; ; end += 1) {
    const character = characters[end]
    if (isMagnitude(character) ? !startsUnit(end) : isChineseDigit(character)) continue
    if (character === '点' && point < 0 && end > start && CHINESE_DIGITS.has(characters[end + 1] ?? '')) point = end
    else break
  }
  if (end - start > MOST_DIGITS) return { numeral: null, end }
  const value = chineseInteger(characters.slice(start, point < 0 ? end : point))
  if (value === null || value.length > MOST_DIGITS) return { numeral: null, end }
  const fraction = point < 0 ? '' : positional(characters.slice(point + 1, end))
  if (fraction === null) return { numeral: null, end }
  const last = characters[end - 1] ?? ''
  return {
    numeral: {
      value: fraction === '' ? value : decimal(`${value}.${fraction}`),
      chinese: true,
      magnitude: point < 0 ? money(last) : null,
      expanded: false,
    },
    end,
  }
}

function chineseInteger(run: readonly string[]): Decimal | null {
  if (!run.some(isMagnitude)) {
    const digits = positional(run)
    const zeros = run.some((character) => CHINESE_DIGITS.get(character) === 0)
    if (digits === null || (run.length === 2 && !zeros)) return null
    return decimal(digits.replace(/^0+(?=\d)/, ''))
  }
  return withMagnitudes(run)
}

function positional(run: readonly string[]): string | null {
  const digits = run.map((character) => CHINESE_DIGITS.get(character))
  return run.length > 0 && digits.every((digit) => digit !== undefined) ? digits.join('') : null
}

type Sum = {
  readonly total: Decimal
  readonly section: Decimal
  readonly digit: number | null
  readonly factor: Decimal
}

/** 一万五 is 15000: a last digit without its own place stands one place below the one before. */
function withMagnitudes(run: readonly string[]): Decimal | null {
  let sum: Sum = { total: ZERO, section: ZERO, digit: null, factor: ONE }
  let large = ZERO
  for (const character of run) {
    const digit = CHINESE_DIGITS.get(character)
    if (digit !== undefined) {
      if (sum.digit !== null && sum.digit !== 0) return null
      sum = { ...sum, digit, factor: digit === 0 ? TEN : sum.factor }
      continue
    }
    const factor = decimal(SMALL.get(character) ?? LARGE.get(character) ?? '1')
    if (SMALL.has(character)) {
      const section = add(sum.section, multiply(decimal(sum.digit || 1), factor))
      sum = { ...sum, section, digit: null, factor }
      continue
    }
    const counted = add(sum.section, decimal(sum.digit ?? 0))
    const total =
      compare(large, factor) < 0 ? multiply(add(sum.total, counted), factor) : add(sum.total, multiply(counted, factor))
    sum = { total, section: ZERO, digit: null, factor }
    large = factor
  }
  const below = compare(sum.factor, TEN) < 0 ? ONE : divide(sum.factor, TEN, { scale: 0, rounding: 'down' })
  return add(add(sum.total, sum.section), multiply(decimal(sum.digit ?? 0), below))
}

function money(character: string | null): '万' | '亿' | null {
  if (character === '万' || character === '萬') return '万'
  return character === '亿' || character === '億' ? '亿' : null
}

/** The value without its last 万 or 亿: 15000 written 1.5万 gives 1.5. */
export function mantissa(value: Decimal, magnitude: '万' | '亿'): Decimal {
  const factor = decimal(magnitude === '万' ? '10000' : '100000000')
  return normalize(divide(value, factor, { scale: 24, rounding: 'half-up' }))
}
