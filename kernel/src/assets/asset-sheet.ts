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

export const ASSET_SHEET: Wording = { zh: '资产', en: 'Assets' }

export const ASSET_HEADINGS = {
  number: { zh: '资产编号', en: 'Asset number' },
  name: { zh: '名称', en: 'Name' },
  category: { zh: '类别', en: 'Category' },
  model: { zh: '型号', en: 'Model' },
  serial: { zh: '序列号', en: 'Serial number' },
  price: { zh: '单价', en: 'Price' },
  unit: { zh: '使用单位', en: 'Unit' },
  project: { zh: '项目', en: 'Project' },
  room: { zh: '存放房间', en: 'Room' },
  keeper: { zh: '保管人', en: 'Keeper' },
  state: { zh: '状态', en: 'State' },
  delivered: { zh: '到货日期', en: 'Delivered on' },
  entered: { zh: '入账日期', en: 'Entered on' },
  warranty: { zh: '保修至', en: 'Warranty until' },
} as const satisfies Readonly<Record<string, Wording>>

export type AssetColumn = keyof typeof ASSET_HEADINGS
export type AssetSheet = ListSheet<AssetColumn, 'assets'>

export const ASSET_SHEET_WORDS = {
  'sheet-unknown': {
    zh: '文件里没有名为“资产”的工作表，只有：{found}。没有导入任何内容。请改工作表名，或下载模板填写。',
    en: 'No sheet of the file is called "Assets"; there are only: {found}. Nothing was imported. Rename the sheet or fill in the template.',
  },
  ...LIST_SHEET_WORDS,
} as const satisfies Readonly<Record<string, Wording>>

export type AssetSheetProblem = {
  readonly code: keyof typeof ASSET_SHEET_WORDS
  readonly parameters: Readonly<Record<string, string>>
}

/** The list of assets in a file, by the name of its sheet or, in a file without names, by its headings. */
export function findAssetSheet(given: readonly GivenSheet[]): Result<AssetSheet, AssetSheetProblem> {
  const sheet = given.find((one) =>
    one.name === null ? says(one, ASSET_HEADINGS.number) : means(ASSET_SHEET, one.name),
  )
  if (sheet === undefined) {
    const found = given.map(({ name }) => name ?? '—').join('、')
    return fail({ code: 'sheet-unknown', parameters: { found } })
  }
  const list = readListSheet(sheet, { kind: 'assets', name: ASSET_SHEET, headings: ASSET_HEADINGS })
  if (!list.ok) return list
  return list.value.rows.length === 0 ? fail({ code: 'nothing-listed', parameters: {} }) : ok(list.value)
}
