import { fail, ok, type Result } from '../result.ts'
import type { CellAddress, RowCellAddress, ValueAddress } from './cell-address.ts'
import { type CellValue, kindOf, parseCellValue, printCellValue } from './cell-value.ts'
import type { FormContent } from './form-content.ts'
import type { RepeatName } from './form-template.ts'

export type Row = FormContent[RepeatName][number]

/** The text of a cell; '' where nothing is written, null where the form has no such row. */
export function readCell(content: FormContent, address: CellAddress): string | null {
  switch (address.kind) {
    case 'property':
      return printCellValue(content[address.property])
    case 'field':
      return printCellValue(entry(content.fields, address.key))
    case 'money':
      return printCellValue(entry(content.money, address.key))
    case 'total':
      return printCellValue(content.totals?.[address.column] ?? null)
    case 'doubts':
      return printCellValue(content.doubts)
    case 'row': {
      const row = content[address.list][address.index]
      return row === undefined ? null : JSON.stringify(row)
    }
    case 'cell': {
      const row = content[address.list][address.index]
      return row === undefined ? null : printCellValue(valueIn(row, address))
    }
  }
}

/** The form with this text in this cell. The row must be there; a text that means no value is a problem. */
export function writeCell(content: FormContent, address: ValueAddress, text: string): Result<FormContent> {
  const parsed = parseCellValue(text, kindOf(address), content.moneyUnit)
  if (!parsed.ok) return parsed
  const { value } = parsed
  switch (address.kind) {
    case 'property':
      return ok({ ...content, [address.property]: value })
    case 'field':
      return ok({ ...content, fields: { ...content.fields, [address.key]: printCellValue(value) } })
    case 'money':
      return ok({ ...content, money: { ...content.money, [address.key]: value } } as FormContent)
    case 'total': {
      const totals = { ...(content.totals ?? { weight: null, score: null }), [address.column]: value }
      const isBlank = totals.weight === null && totals.score === null
      return ok({ ...content, totals: isBlank ? null : totals } as FormContent)
    }
    case 'doubts':
      return ok({ ...content, doubts: value } as FormContent)
    case 'cell':
      return writeInRow(content, address, value)
  }
}

export function withRows(content: FormContent, list: RepeatName, rows: readonly Row[]): FormContent {
  return { ...content, [list]: rows }
}

function writeInRow(content: FormContent, address: RowCellAddress, value: CellValue): Result<FormContent> {
  const { list, index, column, key } = address
  const rows: readonly Row[] = content[list]
  const row = rows[index]
  if (row === undefined) return fail('no-such-row')
  const changed = key === null ? value : { ...openEntries(row, column), [key]: value }
  return ok(withRows(content, list, rows.with(index, { ...row, [column]: changed } as Row)))
}

function valueIn(row: Row, { column, key }: RowCellAddress): CellValue {
  if (key !== null) return entry(openEntries(row, column), key)
  return (Object.hasOwn(row, column) ? (row as Readonly<Record<string, unknown>>)[column] : null) as CellValue
}

type Entries = Readonly<Record<string, CellValue>>

function openEntries(row: Row, column: string): Entries {
  return (row as unknown as Readonly<Record<string, Entries>>)[column] ?? {}
}

function entry(entries: Entries, key: string): CellValue {
  return Object.hasOwn(entries, key) ? (entries[key] ?? null) : null
}
