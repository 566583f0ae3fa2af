import type { Decimal } from '../decimal.ts'
import { type Placeholder, parseCellText, type ValueFormat } from './cell-text.ts'
import { bindingOf, type ContentValue, type Scope, valueAt } from './content-value.ts'
import type { CellValue } from './laid-form.ts'

type FilledText = { readonly text: string; readonly value: CellValue; readonly bind: string | null }

/** The printed text of a cell, what a spreadsheet keeps of it, and the address of the first thing it shows. */
export function fillText(template: string, scope: Scope): FilledText {
  const parts = parseCellText(template)
  const first = parts.find((part) => part.kind === 'placeholder')
  const texts = parts.map((part, index) => {
    if (part.kind === 'fixed') return part.text
    const before = parts[index - 1]
    return withoutOwnLabel(before?.kind === 'fixed' ? before.text : '', printed(part, scope))
  })
  return {
    text: texts.join(''),
    value: parts.length === 1 && first !== undefined ? cellValue(first, scope) : { kind: 'text' },
    bind: first === undefined ? null : bindingOf(scope, first.address),
  }
}

function printed({ address, option, format }: Placeholder, scope: Scope): string {
  const value = valueAt(scope, address)
  if (option !== null) return tick(isTicked(value, option), format)
  switch (value.kind) {
    case 'text':
      return value.text === '' ? blankText(address, format) : plainText(value.text, format)
    case 'amount':
      return value.amount === null ? '' : amountText(value.amount, format)
    case 'flag':
      return tick(value.flag, format)
  }
}

/** Choices are kept as the ticked options joined by 、. */
function isTicked(value: ContentValue, option: string): boolean {
  return value.kind === 'text' && value.text.split('、').some((ticked) => ticked.trim() === option)
}

function tick(flag: boolean | null, format: ValueFormat): string {
  // rules.md §3.10: boxes in the sheets of 2020 and later, √ × in those of 2018; a mark nobody set is a blank.
  if (format === 'box') return flag === true ? '☑' : '□'
  if (flag === null) return ''
  return flag ? '√' : '×'
}

/** Decimals are only ever added, so that nothing the form promises is lost in print. */
function amountText(amount: Decimal, format: ValueFormat): string {
  if (format === 'percent') return `${amount}%`
  if (format !== 'fixed' && format !== 'grouped') return amount
  const [whole = '', fraction = ''] = amount.split('.')
  const grouped = format === 'grouped' ? whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,') : whole
  return `${grouped}.${fraction.padEnd(2, '0')}`
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

function plainText(text: string, format: ValueFormat): string {
  const day = format === 'date' || format === 'sign-date' ? DAY.exec(text) : null
  return day === null ? text : `${day[1]}年${Number(day[2])}月${Number(day[3])}日`
}

/** Room to write by hand. */
function blankText(address: string, format: ValueFormat): string {
  if (format === 'sign-date') return '    年    月    日'
  if (format === 'line') return '＿'.repeat(12)
  return address === 'year' ? '    ' : ''
}

const LAST_LABEL = /[^\s：:]+[：:]\s*$/

/** 000, 001, 003: the writer often repeats the printed `依据：` at the head of the text; it prints once. */
function withoutOwnLabel(before: string, value: string): string {
  const label = LAST_LABEL.exec(before)?.[0].replace(/[\s：:]/g, '')
  if (label === undefined || label === '') return value
  const pattern = [...label].map((letter) => RegExp.escape(letter)).join('\\s*')
  return value.replace(new RegExp(`^\\s*${pattern}\\s*[：:]\\s*`), '')
}

function cellValue({ address, option, format }: Placeholder, scope: Scope): CellValue {
  const value = valueAt(scope, address)
  if (option !== null || format === 'percent' || value.kind !== 'amount' || value.amount === null)
    return { kind: 'text' }
  const shown = amountText(value.amount, format)
  const point = shown.indexOf('.')
  return { kind: 'number', decimal: shown.replaceAll(',', ''), places: point < 0 ? 0 : shown.length - point - 1 }
}
