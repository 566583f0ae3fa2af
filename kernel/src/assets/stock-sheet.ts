import {
  findListSheet,
  type GivenSheet,
  type ListKind,
  type ListSheet,
  type ListSheetProblem,
} from '../list-import/list-sheet.ts'
import type { Result } from '../result.ts'
import type { Wording } from '../wording.ts'

export const STOCK_HEADINGS = {
  code: { zh: '物料编码', en: 'Item code' },
  name: { zh: '名称', en: 'Name' },
  model: { zh: '规格型号', en: 'Model' },
  unitWord: { zh: '计量单位', en: 'Counted in' },
  unit: { zh: '所属单位', en: 'Unit' },
  room: { zh: '存放库房', en: 'Store' },
  minimum: { zh: '最低库存', en: 'Minimum' },
  opening: { zh: '期初数量', en: 'Opening quantity' },
} as const satisfies Readonly<Record<string, Wording>>

export type StockColumn = keyof typeof STOCK_HEADINGS
export type StockSheet = ListSheet<StockColumn, 'stock'>

export const STOCK_LIST = {
  kind: 'stock',
  name: { zh: '耗材备件', en: 'Consumables and parts' },
  headings: STOCK_HEADINGS,
} as const satisfies ListKind<StockColumn, 'stock'>

/** The list of consumables and parts in a file. */
export function findStockSheet(given: readonly GivenSheet[]): Result<StockSheet, ListSheetProblem> {
  return findListSheet(given, STOCK_LIST, 'code')
}
