import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { ASSET_HEADINGS, ASSET_SHEET, type AssetColumn } from '@shiji/kernel/assets/asset-sheet'
import { ASSET_CATEGORIES, ASSET_STATES } from '@shiji/kernel/assets/asset-words'
import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'

const FILE_NAME = { zh: '资产模板.xlsx', en: 'assets.xlsx' }
const NOTE = {
  zh: '第 3 行起每行一件资产。资产编号、名称、类别、入账日期必填；使用单位填代码或名称，空着就是本单位；日期写成 2025-03-05。\n再次导入时按使用单位和资产编号认出同一件；状态不由导入改变。\n例：ZC-0001 ｜ 核心交换机 ｜ 网络设备',
  en: 'One asset a row, from row 3. Number, name, category and the day it was entered are required; the unit is a code or a name, empty means your own; days are written 2025-03-05.\nBrought again, an asset is known by unit and number; an import does not change its state.\nFor example: ZC-0001 | Core switch | Network',
}
const WIDTH = 18

/** The workbook an office fills in. */
export async function readAssetTemplate(context: Context): Promise<File> {
  requirePermission(context, 'assets.write')
  const { language } = context
  const choices: Partial<Record<AssetColumn, { words: string[]; several: boolean }>> = {
    category: { words: wordsOf(ASSET_CATEGORIES, language), several: false },
    state: { words: wordsOf(ASSET_STATES, language), several: false },
  }
  const columns = (Object.keys(ASSET_HEADINGS) as AssetColumn[]).map((column) => {
    const own = choices[column]
    const heading = say(ASSET_HEADINGS[column], language)
    return own === undefined ? { heading, width: WIDTH } : { heading, width: WIDTH, choices: own }
  })
  const bytes = await writeListTemplate([
    { name: say(ASSET_SHEET, language), note: say(NOTE, language), columns, rows: [] },
  ])
  return new File([new Uint8Array(bytes)], say(FILE_NAME, language), {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function wordsOf(words: Readonly<Record<string, Wording>>, language: Language): string[] {
  return Object.values(words).map((word) => say(word, language))
}
