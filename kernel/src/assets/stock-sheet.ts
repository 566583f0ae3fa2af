import {
  type GivenSheet,
  LIST_SHEET_WORDS,
  type ListSheet,
  means,
  readListSheet,
  says,
} from '../list-import/list-sheet.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Wording } from '../wording.ts'

export const STOCK_SHEET: Wording = { zh: '耗材备件', en: 'Consumables and parts' }

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

export const STOCK_SHEET_WORDS = {
  'sheet-unknown': {
    zh: '文件里没有名为“耗材备件”的工作表，只有：{found}。没有导入任何内容。请改工作表名，或下载模板填写。',
    en: 'No sheet of the file is called "Consumables and parts"; there are only: {found}. Nothing was imported. Rename the sheet or fill in the template.',
  },
  ...LIST_SHEET_WORDS,
} as const satisfies Readonly<Record<string, Wording>>

export type StockSheetProblem = {
  readonly code: keyof typeof STOCK_SHEET_WORDS
  readonly parameters: Readonly<Record<string, string>>
}

/** The list of items in a file, by the name of its sheet or, in a file without names, by its headings. */
export function findStockSheet(given: readonly GivenSheet[]): Result<StockSheet, StockSheetProblem> {
  const sheet = given.find((one) => (one.name === null ? says(one, STOCK_HEADINGS.code) : means(STOCK_SHEET, one.name)))
  if (sheet === undefined) {
    const found = given.map(({ name }) => name ?? '—').join('、')
    return fail({ code: 'sheet-unknown', parameters: { found } })
  }
  const list = readListSheet(sheet, { kind: 'stock', name: STOCK_SHEET, headings: STOCK_HEADINGS })
  if (!list.ok) return list
  return list.value.rows.length === 0 ? fail({ code: 'nothing-listed', parameters: {} }) : ok(list.value)
}
