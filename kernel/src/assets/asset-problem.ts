import { CELL_PROBLEM_WORDS, type ListProblem } from '../list-import/read-cells.ts'
import type { Wording } from '../wording.ts'

export type AssetProblem = ListProblem<keyof typeof ASSET_PROBLEM_WORDS, 'assets'>

/** The reason as it stands beside the wrong cell: what is wrong, and what to write instead. */
export const ASSET_PROBLEM_WORDS = {
  ...CELL_PROBLEM_WORDS,
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
  'unit-unknown': {
    zh: '系统里没有单位“{text}”。请核对代码或名称。',
    en: 'There is no unit "{text}". Check its code or name.',
  },
  'unit-ambiguous': {
    zh: '叫“{text}”的单位不止一个。请改填它的代码。',
    en: 'More than one unit is called "{text}". Write its code.',
  },
  'unit-not-open': {
    zh: '“{text}”已合并或撤销。请改用在用的单位。',
    en: '"{text}" was merged or closed. Use an open unit.',
  },
  'unit-elsewhere': {
    zh: '“{text}”不在您管理的范围内。请核对。',
    en: '"{text}" is outside the units you manage. Check it.',
  },
} as const satisfies Readonly<Record<string, Wording>>
