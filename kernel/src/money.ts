import { add, type Decimal, decimal, isNegative, multiply, negate, normalize, ZERO } from './decimal.ts'
import type { MoneyUnit } from './form/form-content.ts'
import { parseCapitals } from './money-capitals.ts'
import { fail, ok, type Result } from './result.ts'

/** A unit an amount may carry beside its digits, whatever unit the form declares. */
type PrintedUnit = keyof typeof YUAN_PER

export type Money = {
  /** In `unit`. */
  readonly amount: Decimal
  /** The form's unit; without one 元 if the text names a unit of its own, and null if nobody says what it counts. */
  readonly unit: MoneyUnit | null
  readonly printed: string
  readonly ownUnit: PrintedUnit | null
}

/**
 * `blank`: nothing promised (empty, —, /, 无). `grouping-suspect`: separators that do not part thousands, so the
 * amount cannot be known. `foreign-currency`: not 人民币. `too-long`: no amount is written so long.
 */
export type MoneyProblem = 'blank' | 'grouping-suspect' | 'foreign-currency' | 'not-money' | 'too-long'

const MAX_TEXT = 80
const YUAN_PER = {
  元: decimal('1'),
  千元: decimal('1000'),
  万元: decimal('10000'),
  百万元: decimal('1000000'),
  千万元: decimal('10000000'),
  亿元: decimal('100000000'),
} as const
const WAN_PER_YUAN = decimal('0.0001')

const BLANK = /^(?:[-—–―─_/\\]+|无|不适用|N\/A)?$/i
const FOREIGN = /[$€£]|USD|EUR|HKD|美元|欧元|港元|港币|日元|英镑/i
const NUMBER = /[\d.,][\d., ]*/
const HEAD = /^(\(?)(-?)(?:人民币|RMB|CNY)?:?(¥?)(-?)$/i
const TAIL = /^(?:(元|圆|千元|万元?|百万元?|千万元?|亿元?)[整正]?)?(?:人民币|RMB|CNY)?(\)?)$/i

/** Every way offices write an amount; a spelling with two readings is a named problem, never a guess. */
export function parseMoney(text: string, formUnit: MoneyUnit | null): Result<Money, MoneyProblem> {
  if (text.length > MAX_TEXT) return fail('too-long')
  const plain = text.normalize('NFKC').replaceAll('−', '-').replace(/\s+/g, ' ').trim()
  const joined = plain.replaceAll(' ', '')
  if (BLANK.test(joined)) return fail('blank')
  if (FOREIGN.test(joined)) return fail('foreign-currency')
  const capitals = /\d/.test(joined) ? null : parseCapitals(joined)
  if (capitals !== null) return ok(inFormUnit({ value: capitals, ownUnit: '元', printed: text }, formUnit))
  const number = NUMBER.exec(plain)
  if (number === null) return fail('not-money')
  const sign = signAround(plain.slice(0, number.index), plain.slice(number.index + number[0].length))
  if (sign === null) return fail('not-money')
  const value = parseDigits(number[0].trim())
  if (!value.ok) return value
  const signed = sign.negative ? negate(value.value) : value.value
  return ok(inFormUnit({ value: signed, ownUnit: sign.ownUnit, printed: text }, formUnit))
}

/** 元 ↔ 万元 moves the point by four places and loses nothing. */
export function convertMoney(amount: Decimal, from: MoneyUnit, to: MoneyUnit): Decimal {
  if (from === to) return amount
  return normalize(multiply(amount, from === '万元' ? YUAN_PER.万元 : WAN_PER_YUAN))
}

/** 元 shows at least 角 and 分; 万元 shows the digits there are. Nothing is ever cut off. The unit stands on the form. */
export function printMoney(
  amount: Decimal,
  { unit, grouping }: { unit: MoneyUnit; grouping: 'thousands' | 'none' },
): string {
  const [whole = '0', fraction = ''] = normalize(isNegative(amount) ? negate(amount) : amount).split('.')
  const shown = unit === '元' ? fraction.padEnd(2, '0') : fraction
  const grouped = grouping === 'thousands' ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return `${isNegative(amount) ? '-' : ''}${grouped}${shown === '' ? '' : `.${shown}`}`
}

/** 元 as a sentence says them: 60,000.00. */
export function printYuan(amount: Decimal): string {
  return printMoney(amount, { unit: '元', grouping: 'thousands' })
}

function inFormUnit(
  { value, ownUnit, printed }: { value: Decimal; ownUnit: PrintedUnit | null; printed: string },
  formUnit: MoneyUnit | null,
): Money {
  if (ownUnit === null || ownUnit === formUnit) return { amount: value, unit: formUnit, printed, ownUnit }
  const yuan = ownUnit === '元' ? value : normalize(multiply(value, YUAN_PER[ownUnit]))
  const unit = formUnit ?? '元'
  return { amount: convertMoney(yuan, '元', unit), unit, printed, ownUnit }
}

function signAround(before: string, after: string): { negative: boolean; ownUnit: PrintedUnit | null } | null {
  const head = HEAD.exec(before.replaceAll(' ', ''))
  const tail = TAIL.exec(after.replaceAll(' ', ''))
  if (head === null || tail === null) return null
  const [, opening = '', minusFirst = '', sign = '', minusLast = ''] = head
  const [, unit = '', closing = ''] = tail
  const signs = [opening, minusFirst, minusLast].filter((sign) => sign !== '').length
  if ((opening === '') !== (closing === '') || signs > 1) return null
  // ¥ says 元 unless another unit stands behind the digits: ¥20万.
  const ownUnit = unit !== '' ? fullUnit(unit) : sign === '' ? null : '元'
  return { negative: signs === 1, ownUnit }
}

function fullUnit(written: string): PrintedUnit {
  const full = written === '圆' ? '元' : written.endsWith('元') ? written : `${written}元`
  return full as PrintedUnit
}

function parseDigits(written: string): Result<Decimal, MoneyProblem> {
  const [whole = '', fraction, ...rest] = written.replace(/ ?([.,]) ?/g, '$1').split('.')
  if (rest.length > 0) return fail('grouping-suspect')
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return fail(fraction === '' ? 'not-money' : 'grouping-suspect')
  if (whole === '' && fraction === undefined) return fail('not-money')
  const digits = joinGroups(whole)
  if (digits === null) return fail('grouping-suspect')
  return ok(add(decimal(fraction === undefined ? digits : `${digits}.${fraction}`), ZERO))
}

/** Digits parted into thousands by commas or blanks, letter-spaced digits, or none at all. */
function joinGroups(whole: string): string | null {
  if (whole === '') return '0'
  if (/^\d+$/.test(whole)) return whole
  const thousands = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(whole) || /^[1-9]\d{0,2}(?: \d{3})+$/.test(whole)
  return thousands || /^\d(?: \d)+$/.test(whole) ? whole.replace(/[, ]/g, '') : null
}
