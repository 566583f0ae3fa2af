import { compare, type Decimal, isDecimal } from '../decimal.ts'
import { parseMoney } from '../money.ts'
import { fail, ok, type Result } from '../result.ts'
import type { ValueAddress } from './cell-address.ts'
import type { Doubt, MoneyUnit } from './form-content.ts'
import { FormContentSchema } from './form-content-schema.ts'
import { ITEM_COLUMNS } from './repeat-items.ts'

/** How the text of a cell becomes its value and back. */
export type CellKind = 'text' | 'optional-text' | 'money' | 'number' | 'whole' | 'money-unit' | 'flag' | 'doubts'

/** What a cell holds, whatever its kind. */
export type CellValue = string | number | boolean | Decimal | MoneyUnit | readonly Doubt[] | null

const OPTIONAL_TEXTS = ['remark', 'actual', 'reason', 'unitPriceBasis', 'quantityBasis']
const MONEY_COLUMNS = ['amount', 'unitPrice']
/** Keys among the amounts of a form that count points or percent. */
const POINT_KEYS = ['weight', 'rate', 'score']
const BLANK = /^[-—–/]*$/
const WHOLE = /^\d{1,6}$/
const YES = ['√', '✓', '☑', '是']
const NO = ['×', '☒', '否']

export function kindOf(address: ValueAddress): CellKind {
  switch (address.kind) {
    case 'property':
      return { project: 'text', unit: 'optional-text', year: 'whole', moneyUnit: 'money-unit' }[
        address.property
      ] as CellKind
    case 'field':
      return 'text'
    case 'money':
      return POINT_KEYS.includes(address.key.split('.').at(-1) ?? '') ? 'number' : 'money'
    case 'total':
      return 'number'
    case 'doubts':
      return 'doubts'
    case 'cell':
      return kindOfColumn(address.list, address.column)
  }
}

/** The value a text means; the problem says why it means none. */
export function parseCellValue(text: string, kind: CellKind, unit: MoneyUnit | null): Result<CellValue> {
  switch (kind) {
    case 'text':
      return ok(text)
    case 'optional-text':
      return ok(text === '' ? null : text)
    case 'money': {
      const money = parseMoney(text, unit)
      if (money.ok) return ok(money.value.amount)
      return money.problem === 'blank' ? ok(null) : fail(money.problem)
    }
    case 'number':
      return parseNumber(text)
    case 'whole':
      return text.trim() === '' ? ok(null) : WHOLE.test(text.trim()) ? ok(Number(text)) : fail('not-a-whole-number')
    case 'money-unit':
      if (text === '') return ok(null)
      return text === '元' || text === '万元' ? ok(text) : fail('not-a-money-unit')
    case 'flag':
      return parseFlag(text.trim())
    case 'doubts':
      return parseDoubts(text)
  }
}

/** The text of a value as a cell holds it; parsing it gives the value back. */
export function printCellValue(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '√' : '×'
  if (typeof value === 'object') return value.length === 0 ? '' : JSON.stringify(value)
  return String(value)
}

/** 15000 and 15,000.00 are the same amount, whoever typed them how. */
export function isSameText(left: string, right: string, { kind, unit }: { kind: CellKind; unit: MoneyUnit | null }) {
  if (left === right) return true
  const [a, b] = [parseCellValue(left, kind, unit), parseCellValue(right, kind, unit)]
  if (!a.ok || !b.ok) return false
  const isAmount = kind === 'money' || kind === 'number'
  if (isAmount && a.value !== null && b.value !== null) return compare(a.value as Decimal, b.value as Decimal) === 0
  return printCellValue(a.value) === printCellValue(b.value)
}

function kindOfColumn(list: keyof typeof ITEM_COLUMNS, column: string): CellKind {
  if (column === 'fields') return 'text'
  if (column === 'phases') return 'flag'
  if (column === 'doubts') return 'doubts'
  if (column === 'part' || column === 'year') return 'whole'
  const columns: Readonly<Record<string, string>> = ITEM_COLUMNS[list]
  if (columns[column] === 'amount') return MONEY_COLUMNS.includes(column) ? 'money' : 'number'
  return OPTIONAL_TEXTS.includes(column) ? 'optional-text' : 'text'
}

/** Points, percents and quantities: the digits stay as typed. */
function parseNumber(text: string): Result<CellValue> {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?:分|%)$/, '')
  if (BLANK.test(plain)) return ok(null)
  return isDecimal(plain) && plain.length <= 40 ? ok(plain) : fail('not-a-number')
}

function parseFlag(text: string): Result<CellValue> {
  if (text === '') return ok(null)
  if (YES.includes(text)) return ok(true)
  return NO.includes(text) ? ok(false) : fail('not-a-mark')
}

function parseDoubts(text: string): Result<CellValue> {
  if (text === '') return ok([])
  const parsed = FormContentSchema.shape.doubts.safeParse(parseJson(text))
  return parsed.success ? ok(parsed.data) : fail('not-doubts')
}

/** undefined for what is no JSON: no schema takes it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
