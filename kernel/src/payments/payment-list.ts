import type { Decimal } from '../decimal.ts'
import type { MoneyUnit } from '../form/form-content.ts'
import { readDay, writeDay } from '../lint/calendar-day.ts'
import { plainText } from '../lint/compare-texts.ts'
import { convertMoney, parseMoney } from '../money.ts'

/** What a payment list says, wherever its columns stand. */
const PAYMENT_COLUMNS = ['project', 'paidOn', 'amount', 'voucher', 'payee', 'purpose'] as const
type PaymentColumn = (typeof PAYMENT_COLUMNS)[number]

/**
 * Which heading of the list holds what: remembered by the words, so that a column may move. `project` may be null when
 * the whole list is of one project.
 */
export type PaymentMapping = Readonly<Record<PaymentColumn, string | null>> & { readonly moneyUnit: MoneyUnit }

export type Payment = {
  /** As the list names it; '' without such a column. */
  readonly project: string
  /** YYYY-MM-DD */
  readonly paidOn: string
  /** 元 */
  readonly amount: Decimal
  readonly voucher: string
  readonly payee: string
  readonly purpose: string
  /** Row of the list, counted from 1. */
  readonly line: number
}

export type RefusedRow = {
  readonly line: number
  readonly code: 'date-unreadable' | 'amount-unreadable' | 'project-missing'
  readonly text: string
}

export type ReadList = { readonly payments: readonly Payment[]; readonly refused: readonly RefusedRow[] }

/** A list as a spreadsheet has it: rows of texts. */
export type ListRow = { readonly line: number; readonly cells: readonly string[] }

const HEADINGS: Readonly<Record<PaymentColumn, readonly string[]>> = {
  project: ['项目名称', '预算项目', '项目', '指标名称'],
  paidOn: ['支付日期', '付款日期', '凭证日期', '记账日期', '日期', '支付时间'],
  amount: ['支付金额', '付款金额', '金额', '支出金额', '借方金额', '发生额'],
  voucher: ['支付凭证号', '凭证号', '凭证编号', '支付令号', '单据号'],
  payee: ['收款人', '收款单位', '收款人全称', '供应商'],
  purpose: ['用途', '摘要', '资金用途', '事由'],
}
const HEAD_ROWS_LOOKED_AT = 15
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/
const SUMMARY = /^(?:合计|总计|小计|本页合计|累计)/

/** The row that holds the headings: the first with a date and an amount; null when there is none. */
export function findHead(rows: readonly ListRow[], mapping: PaymentMapping | null): number | null {
  const found = rows.slice(0, HEAD_ROWS_LOOKED_AT).findIndex(({ cells }) => {
    const guess = guessMapping(cells, mapping)
    return guess.paidOn !== null && guess.amount !== null
  })
  return found < 0 ? null : found
}

/** What the headings seem to hold, the remembered words first. */
export function guessMapping(headings: readonly string[], remembered: PaymentMapping | null): PaymentMapping {
  const pick = (column: PaymentColumn): string | null => {
    const wanted = [remembered?.[column] ?? '', ...HEADINGS[column]].filter((word) => word !== '').map(plainText)
    const exact = wanted.flatMap(
      (word) =>
        headings.find((heading) => plainText(withoutUnit(heading)) === word || plainText(heading) === word) ?? [],
    )
    return exact[0] ?? null
  }
  const amount = pick('amount')
  const inTenThousands = amount?.includes('万元') === true
  return {
    project: pick('project'),
    paidOn: pick('paidOn'),
    amount,
    voucher: pick('voucher'),
    payee: pick('payee'),
    purpose: pick('purpose'),
    moneyUnit: remembered?.moneyUnit ?? (inTenThousands ? '万元' : '元'),
  }
}

/** The rows below the head. Blank rows and sums are passed over; a row that cannot be read is named, never guessed. */
export function readPayments(
  { headings, rows }: { readonly headings: readonly string[]; readonly rows: readonly ListRow[] },
  mapping: PaymentMapping,
): ReadList {
  const at = (column: PaymentColumn): number => (mapping[column] === null ? -1 : headings.indexOf(mapping[column]))
  const places = Object.fromEntries(PAYMENT_COLUMNS.map((column) => [column, at(column)])) as Record<
    PaymentColumn,
    number
  >
  const read = rows
    .filter(({ cells }) => isPayment(cells, places))
    .map((row) => readRow(row, places, mapping.moneyUnit))
  return {
    payments: read.flatMap((one) => ('paidOn' in one ? [one] : [])),
    refused: read.flatMap((one) => ('code' in one ? [one] : [])),
  }
}

function readRow(
  { line, cells }: ListRow,
  places: Record<PaymentColumn, number>,
  unit: MoneyUnit,
): Payment | RefusedRow {
  const cell = (column: PaymentColumn): string => (cells[places[column]] ?? '').trim()
  const paidOn = dayOf(cell('paidOn'))
  if (paidOn === null) return { line, code: 'date-unreadable', text: cell('paidOn') }
  const money = parseMoney(cell('amount'), unit)
  if (!money.ok) return { line, code: 'amount-unreadable', text: cell('amount') }
  if (places.project >= 0 && cell('project') === '') return { line, code: 'project-missing', text: cell('purpose') }
  const amount = convertMoney(money.value.amount, money.value.unit ?? unit, '元')
  return {
    project: cell('project'),
    paidOn,
    amount,
    voucher: cell('voucher'),
    payee: cell('payee'),
    purpose: cell('purpose'),
    line,
  }
}

function isPayment(cells: readonly string[], places: Record<PaymentColumn, number>): boolean {
  const [date = '', amount = ''] = [cells[places.paidOn], cells[places.amount]]
  const sums = cells.some((text) => SUMMARY.test(text.replace(/\s/g, '')))
  return !(date.trim() === '' && (amount.trim() === '' || sums))
}

function dayOf(text: string): string | null {
  const [, year, month, day] = COMPACT_DAY.exec(text.trim()) ?? []
  const written = year === undefined ? text.replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, '') : `${year}-${month}-${day}`
  const read = readDay(written)
  return read === null ? null : writeDay(read)
}

function withoutUnit(heading: string): string {
  return heading.replace(/[（(][^（）()]*[）)]/g, '')
}
