import { ASSET_PROBLEM_WORDS } from '@shiji/kernel/assets/asset-problem'
import { ASSET_LIST, findAssetSheet } from '@shiji/kernel/assets/asset-sheet'
import { ASSET_CATEGORIES, ASSET_STATES } from '@shiji/kernel/assets/asset-words'
import type { PlannedAsset } from '@shiji/kernel/assets/plan-assets'
import { lockOwnUnit } from '#modules/directory'
import type { Context, PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { type Brought, type LookedAt, oneList } from '#platform/lists/one-list'
import { tellAssets } from '../measures/tell-assets.ts'
import { planAssetList } from './asset-ground.ts'
import { saveAssets } from './save-assets.ts'

/** The list of assets an office brings. */
export const ASSETS = oneList({
  permission: 'assets.write',
  find: findAssetSheet,
  plan: planAssetList,
  cellWords: ASSET_PROBLEM_WORDS,
  template: {
    list: ASSET_LIST,
    file: { zh: '资产模板.xlsx', en: 'assets.xlsx' },
    note: {
      zh: '第 3 行起每行一件资产。资产编号、名称、类别、入账日期必填；使用单位填代码或名称，空着就是本单位；日期写成 2025-03-05。\n再次导入时按使用单位和资产编号认出同一件；状态不由导入改变。\n例：ZC-0001 ｜ 核心交换机 ｜ 网络设备',
      en: 'One asset a row, from row 3. Number, name, category and the day it was entered are required; the unit is a code or a name, empty means your own; days are written 2025-03-05.\nBrought again, an asset is known by unit and number; an import does not change its state.\nFor example: ZC-0001 | Core switch | Network',
    },
    choices: { category: ASSET_CATEGORIES, state: ASSET_STATES },
  },
  taking: {
    did: 'assets.list-taken',
    lock: lockOwnUnit,
    save: async (tx, person, { plan }) => {
      await saveAssets(tx, person, plan)
      await tellOf(tx, person, [...plan.made, ...plan.changed])
    },
  },
})

export function readAssetTemplate(context: Context) {
  return ASSETS.readTemplate(context)
}

export function readAssetList(context: Context, input: Brought) {
  return ASSETS.read(context, input)
}

export function markAssetList(context: Context, input: Brought) {
  return ASSETS.mark(context, input)
}

export function takeAssetList(context: Context, input: LookedAt) {
  return ASSETS.take(context, input)
}

async function tellOf(tx: Tx, context: PersonContext, assets: readonly PlannedAsset[]): Promise<void> {
  const owners = Map.groupBy(assets, ({ unitId, projectId }) => `${unitId} ${projectId ?? ''}`)
  for (const [owner, own] of owners) {
    const [unitId = '', projectId = ''] = owner.split(' ')
    const days = own.flatMap(({ enteredOn, was }) => (was === null ? [enteredOn] : [enteredOn, was.enteredOn]))
    await tellAssets(tx, context, { unitId, projectId: projectId === '' ? null : projectId, days })
  }
}
