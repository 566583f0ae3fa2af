import { isFormProperty, splitAddress } from './content-value.ts'
import type { RepeatName } from './form-template.ts'
import { ITEM_COLUMNS } from './repeat-items.ts'

/**
 * Where a cell of a form stands, in the words findings use:
 *
 *     project   unit   year   moneyUnit           what the form says of itself
 *     fields.项目类别   money.fiscal.upper   totals.score
 *     indicators[12].target   parts[0].fields.责任人   safeguards[2].phases.实施阶段
 *     indicators[12]                              the row as a whole: how rows come and go
 *     indicators[12].doubts   doubts              what the reader could not be sure of
 */
export type CellAddress = ValueAddress | RowAddress

/** One cell that holds a value; a row address stands for the whole row. */
export type ValueAddress =
  | { readonly kind: 'property'; readonly property: 'project' | 'unit' | 'year' | 'moneyUnit' }
  | { readonly kind: 'field' | 'money'; readonly key: string }
  | { readonly kind: 'total'; readonly column: 'weight' | 'score' }
  | { readonly kind: 'doubts' }
  | RowCellAddress

export type RowAddress = { readonly kind: 'row'; readonly list: RepeatName; readonly index: number }

export type RowCellAddress = {
  readonly kind: 'cell'
  readonly list: RepeatName
  readonly index: number
  readonly column: string
  /** The name under an open column (`fields.责任人`, `phases.实施阶段`), null for the others. */
  readonly key: string | null
}

/** Beyond this a form is no form, and an index is no place on it. */
export const MOST_ROWS = 2_000

const IN_ROW = /^(\w{1,20})\[(\d{1,4})\](?:\.(.+))?$/s
const OPEN_COLUMNS: Partial<Record<RepeatName, string>> = { parts: 'fields', safeguards: 'phases' }
/** Columns of a row that no sheet prints. */
const UNPRINTED_COLUMNS: Partial<Record<RepeatName, readonly string[]>> = { indicators: ['part', 'doubts'] }

/** null for what is no address of any form; whether this form has the place is asked when it is read or written. */
export function parseCellAddress(where: string): CellAddress | null {
  if (isFormProperty(where)) return { kind: 'property', property: where }
  if (where === 'doubts') return { kind: 'doubts' }
  const row = IN_ROW.exec(where)
  if (row !== null) return inRow(row[1] ?? '', Number(row[2]), row[3])
  const [root, key] = splitAddress(where)
  if (root === 'fields' && key !== '') return { kind: 'field', key }
  if (root === 'money' && key !== '') return { kind: 'money', key }
  if (root === 'totals' && (key === 'weight' || key === 'score')) return { kind: 'total', column: key }
  return null
}

export function printCellAddress(address: CellAddress): string {
  switch (address.kind) {
    case 'property':
      return address.property
    case 'field':
      return `fields.${address.key}`
    case 'money':
      return `money.${address.key}`
    case 'total':
      return `totals.${address.column}`
    case 'doubts':
      return 'doubts'
    case 'row':
      return `${address.list}[${address.index}]`
    case 'cell': {
      const { list, index, column, key } = address
      return `${list}[${index}].${column}${key === null ? '' : `.${key}`}`
    }
  }
}

/** The cells of a row by column, without the open ones. */
export function columnsOf(list: RepeatName): readonly string[] {
  return [...Object.keys(ITEM_COLUMNS[list]), ...(UNPRINTED_COLUMNS[list] ?? [])]
}

/** The column of a row whose names are open (`fields` of a part), null when it has none. */
export function openColumnOf(list: RepeatName): 'fields' | 'phases' | null {
  const column = OPEN_COLUMNS[list]
  return column === 'fields' || column === 'phases' ? column : null
}

function isListName(name: string): name is RepeatName {
  return Object.hasOwn(ITEM_COLUMNS, name)
}

function inRow(list: string, index: number, path: string | undefined): CellAddress | null {
  if (!isListName(list) || index >= MOST_ROWS) return null
  if (path === undefined) return { kind: 'row', list, index }
  if (columnsOf(list).includes(path)) return { kind: 'cell', list, index, column: path, key: null }
  const [column, key] = splitAddress(path)
  return column === openColumnOf(list) && key !== '' ? { kind: 'cell', list, index, column, key } : null
}
