import { compare, type Decimal, isDecimal, round } from '@shiji/kernel/decimal'
import type { CellValue } from '@shiji/kernel/form/laid-form'

/** What a spreadsheet cell holds. Text stays text: no cell is ever a formula or a link. */
export type SheetValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'number'; readonly number: number; readonly format: string }
  | { readonly kind: 'text'; readonly text: string; readonly keeping: Keeping }

/**
 * What the cell does when somebody edits it and presses enter. `quoted`: it would become a formula, so it is marked as
 * entered with an apostrophe; `text-format`: it would become a number or a date, so the cell's format is Text.
 */
export type Keeping = 'plain' | 'text-format' | 'quoted'

/** A spreadsheet's number is a double: more digits than this would not come back. */
const EXACT_DIGITS = 15

const FORMULA_SIGN = /^[=+\-@＝＋－＠\t\r']/
/** Figures with nothing but signs, letters and units of time around them: amounts, dates, telephone numbers, codes. */
const READ_AGAIN = /^(?=.*\p{Nd})[\p{Nd}\p{P}\p{S}\sA-Za-z年月日时分秒上下午]+$|^(?:true|false)$/iu
const PRINTED_NUMBER = /^([^\d]*?)(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([^\d]*)$/
/** What a number format can carry between quotes. */
const LITERAL = /^[^"\\\n\r\t]{0,20}$/

export function sheetValue(text: string, value: CellValue): SheetValue {
  if (text === '') return { kind: 'empty' }
  switch (value.kind) {
    case 'text':
      return textValue(text)
    case 'number':
      return numberValue(text, value.decimal) ?? textValue(text)
  }
}

export function textValue(text: string): SheetValue {
  return { kind: 'text', text, keeping: keepingOf(text) }
}

function keepingOf(text: string): Keeping {
  if (FORMULA_SIGN.test(text)) return 'quoted'
  return READ_AGAIN.test(text) ? 'text-format' : 'plain'
}

/** A number only when its format can show exactly what the form prints; otherwise the print is the record. */
function numberValue(text: string, decimal: string): SheetValue | null {
  const [, before = '', printed = '', after = ''] = PRINTED_NUMBER.exec(text) ?? []
  const shown = printed.replaceAll(',', '')
  if (!isDecimal(decimal) || !isDecimal(shown) || digitsOf(decimal) > EXACT_DIGITS) return null

  const places = shown.split('.')[1]?.length ?? 0
  if (compare(round(decimal, { scale: places, rounding: 'half-up' }), shown) !== 0) return null
  if (!LITERAL.test(before) || !LITERAL.test(after)) return null

  const whole = printed.includes(',') ? '#,##0' : '0'
  const fraction = places === 0 ? '' : `.${'0'.repeat(places)}`
  return { kind: 'number', number: Number(decimal), format: `${literal(before)}${whole}${fraction}${literal(after)}` }
}

const digitsOf = (decimal: Decimal): number => decimal.replaceAll(/^-?0*\.?0*|\./g, '').length

const literal = (text: string): string => (text === '' ? '' : `"${text}"`)
