import { NAMED_UNIT_WORDS } from '../directory-import/read-unit.ts'
import { CELL_PROBLEM_WORDS, type ListProblem } from '../list-import/read-cells.ts'
import type { Wording } from '../wording.ts'

export type AssetProblem = ListProblem<keyof typeof ASSET_PROBLEM_WORDS, 'assets'>

/** The reason as it stands beside the wrong cell: what is wrong, and what to write instead. */
export const ASSET_PROBLEM_WORDS = {
  ...CELL_PROBLEM_WORDS,
  ...NAMED_UNIT_WORDS,
  'number-twice': {
    zh: '同一单位的资产编号“{text}”在第 {line} 行已用过。请核对两行。',
    en: 'The number "{text}" stands in row {line} for the same unit already. Check both rows.',
  },
  'category-unknown': {
    zh: '没有“{text}”这个类别。请填其中之一：{known}。',
    en: 'There is no category "{text}". Use one of: {known}.',
  },
  'state-unknown': {
    zh: '没有“{text}”这个状态。请填：{known}。',
    en: 'There is no state "{text}". Use one of: {known}.',
  },
  'state-differs': {
    zh: '这件资产现在是“{known}”，状态不由导入改变。请填“{known}”或留空，状态在资产页上办理。',
    en: 'This asset is "{known}" and an import does not change that. Write "{known}" or leave it empty; change the state on its page.',
  },
  'day-unreadable': {
    zh: '“{text}”不是日期。请写成 2025-03-05。',
    en: '"{text}" is no day. Write it as 2025-03-05.',
  },
  'day-ahead': { zh: '“{text}”还没有到。请核对日期。', en: '{text} has not come yet. Check the day.' },
  'days-reversed': {
    zh: '入账日期早于到货日期 {text}。请核对两个日期。',
    en: 'It was entered before it was delivered on {text}. Check both days.',
  },
  'price-unreadable': {
    zh: '“{text}”不是金额。请只写数字，单位是元。',
    en: '"{text}" is no amount. Write digits only, in yuan.',
  },
  'project-unknown': {
    zh: '您的范围内没有叫“{text}”的项目，或有几个。请核对名称或留空。',
    en: 'No one project within your reach is called "{text}". Check the name or leave it empty.',
  },
} as const satisfies Readonly<Record<string, Wording>>
