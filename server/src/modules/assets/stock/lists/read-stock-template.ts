import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { STOCK_HEADINGS, STOCK_SHEET, type StockColumn } from '@shiji/kernel/assets/stock-sheet'
import { say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'

const FILE_NAME = { zh: '耗材备件模板.xlsx', en: 'consumables-and-parts.xlsx' }
const NOTE = {
  zh: '第 3 行起每行一种物料。物料编码、名称、计量单位必填；所属单位填代码或名称，空着就是本单位；期初数量只用于新物料。\n再次导入时按所属单位和物料编码认出同一种；数量不由再次导入改变。\n例：BJ-0001 ｜ SFP 光模块 ｜ 千兆单模 ｜ 个',
  en: 'One item a row, from row 3. Code, name and what it is counted in are required; the unit is a code or a name, empty means your own; the opening quantity is for new items only.\nBrought again, an item is known by unit and code; an import does not change how many there are.\nFor example: BJ-0001 | SFP module | 1000BASE-LX | pcs',
}
const WIDTH = 18

/** The workbook an office fills in. */
export async function readStockTemplate(context: Context): Promise<File> {
  requirePermission(context, 'assets.write')
  const { language } = context
  const columns = (Object.keys(STOCK_HEADINGS) as StockColumn[]).map((column) => {
    return { heading: say(STOCK_HEADINGS[column], language), width: WIDTH }
  })
  const bytes = await writeListTemplate([
    { name: say(STOCK_SHEET, language), note: say(NOTE, language), columns, rows: [] },
  ])
  return new File([new Uint8Array(bytes)], say(FILE_NAME, language), {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
