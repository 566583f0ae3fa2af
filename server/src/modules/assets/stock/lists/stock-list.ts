import { STOCK_PROBLEM_WORDS } from '@shiji/kernel/assets/stock-problem'
import { findStockSheet, STOCK_LIST } from '@shiji/kernel/assets/stock-sheet'
import { lockOwnUnit } from '#modules/directory'
import type { Context } from '#platform/context'
import { type Brought, type LookedAt, oneList } from '#platform/lists/one-list'
import { saveStockItems } from './save-stock-items.ts'
import { planStockList } from './stock-ground.ts'

/** The list of consumables and parts an office brings. */
const STOCK = oneList({
  permission: 'assets.write',
  find: findStockSheet,
  plan: planStockList,
  cellWords: STOCK_PROBLEM_WORDS,
  template: {
    list: STOCK_LIST,
    file: { zh: '耗材备件模板.xlsx', en: 'consumables-and-parts.xlsx' },
    note: {
      zh: '第 3 行起每行一种物料。物料编码、名称、计量单位必填；所属单位填代码或名称，空着就是本单位；期初数量只用于新物料。\n再次导入时按所属单位和物料编码认出同一种；数量不由再次导入改变。\n例：BJ-0001 ｜ SFP 光模块 ｜ 千兆单模 ｜ 个',
      en: 'One item a row, from row 3. Code, name and what it is counted in are required; the unit is a code or a name, empty means your own; the opening quantity is for new items only.\nBrought again, an item is known by unit and code; an import does not change how many there are.\nFor example: BJ-0001 | SFP module | 1000BASE-LX | pcs',
    },
  },
  taking: {
    did: 'assets.stock-list-taken',
    lock: lockOwnUnit,
    save: (tx, person, { plan }) => saveStockItems(tx, person, plan),
  },
})

export function readStockTemplate(context: Context) {
  return STOCK.readTemplate(context)
}

export function readStockList(context: Context, input: Brought) {
  return STOCK.read(context, input)
}

export function markStockList(context: Context, input: Brought) {
  return STOCK.mark(context, input)
}

export function takeStockList(context: Context, input: LookedAt) {
  return STOCK.take(context, input)
}
