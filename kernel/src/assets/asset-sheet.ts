import {
  findListSheet,
  type GivenSheet,
  type ListKind,
  type ListSheet,
  type ListSheetProblem,
} from '../list-import/list-sheet.ts'
import type { Result } from '../result.ts'
import type { Wording } from '../wording.ts'

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

export const ASSET_LIST = {
  kind: 'assets',
  name: { zh: '资产', en: 'Assets' },
  headings: ASSET_HEADINGS,
} as const satisfies ListKind<AssetColumn, 'assets'>

/** The list of assets in a file. */
export function findAssetSheet(given: readonly GivenSheet[]): Result<AssetSheet, ListSheetProblem> {
  return findListSheet(given, ASSET_LIST, 'number')
}
