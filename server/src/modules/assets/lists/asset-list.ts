import { ASSET_PROBLEM_WORDS } from '@shiji/kernel/assets/asset-problem'
import { ASSET_LIST, type AssetSheet, findAssetSheet } from '@shiji/kernel/assets/asset-sheet'
import { ASSET_CATEGORIES, ASSET_STATES } from '@shiji/kernel/assets/asset-words'
import type { AssetPlan, PlannedAsset } from '@shiji/kernel/assets/plan-assets'
import { LIST_SHEET_WORDS } from '@shiji/kernel/list-import/list-sheet'
import { say } from '@shiji/kernel/wording'
import { lockOwnUnit } from '#modules/directory'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import {
  countsOf,
  type ListImport,
  lookAtBroughtList,
  markBroughtList,
  takeBroughtList,
} from '#platform/lists/list-import'
import { emptyList, writeLists } from '#platform/lists/write-lists'
import { tellAssets } from '../measures/tell-assets.ts'
import { planAssetList } from './asset-ground.ts'
import { saveAssets } from './save-assets.ts'

/** The list of assets an office brings. */
export const ASSETS: ListImport<AssetSheet, AssetPlan> = {
  permission: 'assets.write',
  find: findAssetSheet,
  sheetsOf: (sheet) => [sheet],
  plan: planAssetList,
  words: { file: LIST_SHEET_WORDS, cell: ASSET_PROBLEM_WORDS },
}

const FILE_NAME = { zh: '资产模板.xlsx', en: 'assets.xlsx' }
const NOTE = {
  zh: '第 3 行起每行一件资产。资产编号、名称、类别、入账日期必填；使用单位填代码或名称，空着就是本单位；日期写成 2025-03-05。\n再次导入时按使用单位和资产编号认出同一件；状态不由导入改变。\n例：ZC-0001 ｜ 核心交换机 ｜ 网络设备',
  en: 'One asset a row, from row 3. Number, name, category and the day it was entered are required; the unit is a code or a name, empty means your own; days are written 2025-03-05.\nBrought again, an asset is known by unit and number; an import does not change its state.\nFor example: ZC-0001 | Core switch | Network',
}

export async function readAssetTemplate(context: Context): Promise<File> {
  requirePermission(context, ASSETS.permission)
  const { language } = context
  const choices = { category: ASSET_CATEGORIES, state: ASSET_STATES }
  return writeLists([emptyList(ASSET_LIST, { note: NOTE, choices }, language)], say(FILE_NAME, language))
}

export async function readAssetList(context: Context, input: { file: File }) {
  const { plan, verdict } = await lookAtBroughtList(context, input, ASSETS)
  return { ...countsOf(plan), ...verdict }
}

export async function markAssetList(context: Context, input: { file: File }): Promise<File> {
  return markBroughtList(context, input, ASSETS)
}

export async function takeAssetList(context: Context, input: { file: File; fingerprint: string }) {
  return takeBroughtList(context, input, ASSETS, {
    lock: lockOwnUnit,
    save: async (tx, person, { plan, list }) => {
      await saveAssets(tx, person, plan)
      const file = { file: list.name, sha256: list.sha256 }
      await recordInLedger(tx, person, { did: 'assets.list-taken', ...file, ...countsOf(plan) })
      await tellOf(tx, person, [...plan.made, ...plan.changed])
      return countsOf(plan)
    },
  })
}

async function tellOf(tx: Tx, context: PersonContext, assets: readonly PlannedAsset[]): Promise<void> {
  const owners = Map.groupBy(assets, ({ unitId, projectId }) => `${unitId} ${projectId ?? ''}`)
  for (const [owner, own] of owners) {
    const [unitId = '', projectId = ''] = owner.split(' ')
    const days = own.flatMap(({ enteredOn, was }) => (was === null ? [enteredOn] : [enteredOn, was.enteredOn]))
    await tellAssets(tx, context, { unitId, projectId: projectId === '' ? null : projectId, days })
  }
}
