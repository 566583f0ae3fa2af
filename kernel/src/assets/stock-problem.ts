import { NAMED_UNIT_WORDS } from '../directory-import/read-unit.ts'
import { CELL_PROBLEM_WORDS, type ListProblem } from '../list-import/read-cells.ts'
import type { Wording } from '../wording.ts'

export type StockProblem = ListProblem<keyof typeof STOCK_PROBLEM_WORDS, 'stock'>

/** The reason as it stands beside the wrong cell: what is wrong, and what to write instead. */
export const STOCK_PROBLEM_WORDS = {
  ...CELL_PROBLEM_WORDS,
  ...NAMED_UNIT_WORDS,
  'code-twice': {
    zh: '同一单位的物料编码“{text}”在第 {line} 行已用过。请核对两行。',
    en: 'The code "{text}" stands in row {line} for the same unit already. Check both rows.',
  },
  'quantity-unreadable': {
    zh: '“{text}”不是数量。请只写不小于 0 的数字，最多三位小数。',
    en: '"{text}" is no quantity. Write a number that is not below 0, with three decimals at most.',
  },
  'opening-differs': {
    zh: '“{text}”已在库里，现存 {known}；数量不由再次导入改变。请留空，数量在耗材备件页上出入库或盘点。',
    en: '"{text}" is in the store already, {known} of it; an import does not change how many. Leave it empty; move or count it on its page.',
  },
} as const satisfies Readonly<Record<string, Wording>>
