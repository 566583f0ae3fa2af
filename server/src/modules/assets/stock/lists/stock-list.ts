import type { StockPlan } from '@shiji/kernel/assets/plan-stock'
import { STOCK_PROBLEM_WORDS } from '@shiji/kernel/assets/stock-problem'
import { findStockSheet, STOCK_LIST, type StockSheet } from '@shiji/kernel/assets/stock-sheet'
import { LIST_SHEET_WORDS } from '@shiji/kernel/list-import/list-sheet'
import { say } from '@shiji/kernel/wording'
import { lockOwnUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import {
  countsOf,
  type ListImport,
  lookAtBroughtList,
  markBroughtList,
  takeBroughtList,
} from '#platform/lists/list-import'
import { emptyList, writeLists } from '#platform/lists/write-lists'
import { saveStockItems } from './save-stock-items.ts'
import { planStockList } from './stock-ground.ts'

/** The list of consumables and parts an office brings. */
const STOCK: ListImport<StockSheet, StockPlan> = {
  permission: 'assets.write',
  find: findStockSheet,
  sheetsOf: (sheet) => [sheet],
  plan: planStockList,
  words: { file: LIST_SHEET_WORDS, cell: STOCK_PROBLEM_WORDS },
}

const FILE_NAME = { zh: '耗材备件模板.xlsx', en: 'consumables-and-parts.xlsx' }
const NOTE = {
  zh: '第 3 行起每行一种物料。物料编码、名称、计量单位必填；所属单位填代码或名称，空着就是本单位；期初数量只用于新物料。\n再次导入时按所属单位和物料编码认出同一种；数量不由再次导入改变。\n例：BJ-0001 ｜ SFP 光模块 ｜ 千兆单模 ｜ 个',
  en: 'One item a row, from row 3. Code, name and what it is counted in are required; the unit is a code or a name, empty means your own; the opening quantity is for new items only.\nBrought again, an item is known by unit and code; an import does not change how many there are.\nFor example: BJ-0001 | SFP module | 1000BASE-LX | pcs',
}

export async function readStockTemplate(context: Context): Promise<File> {
  requirePermission(context, STOCK.permission)
  const { language } = context
  return writeLists([emptyList(STOCK_LIST, { note: NOTE }, language)], say(FILE_NAME, language))
}

export async function readStockList(context: Context, input: { file: File }) {
  const { plan, verdict } = await lookAtBroughtList(context, input, STOCK)
  return { ...countsOf(plan), ...verdict }
}

export async function markStockList(context: Context, input: { file: File }): Promise<File> {
  return markBroughtList(context, input, STOCK)
}

export async function takeStockList(context: Context, input: { file: File; fingerprint: string }) {
  return takeBroughtList(context, input, STOCK, {
    lock: lockOwnUnit,
    save: async (tx, person, { plan, list }) => {
      await saveStockItems(tx, person, plan)
      const file = { file: list.name, sha256: list.sha256 }
      await recordInLedger(tx, person, { did: 'assets.stock-list-taken', ...file, ...countsOf(plan) })
      return countsOf(plan)
    },
  })
}
