import type { Wording } from '../wording.ts'
import type { ConsequenceNote } from './next-year.ts'

/** What a result asks of the next declaration: what, and what to do. */
export const CONSEQUENCE_WORDING: Readonly<Record<ConsequenceNote['code'], Wording>> = {
  'correct-first': {
    zh: '以前年度还有 {count} 件整改未答复，整改后再安排预算。请先答复；未答复而批复的，要写明意见。',
    en: '{count} notices of earlier years are unanswered: the budget waits for the correction. Answer first; approving all the same needs an opinion.',
  },
  'not-cut': {
    zh: '上次评价结果应当压减预算，本年申报 {now} 元，不低于上年的 {last} 元。请核减或说明。',
    en: 'The last result calls for a cut, but {now} yuan are asked for, not less than the {last} of the year before. Cut it or say why.',
  },
  'improve-first': {
    zh: '上次评价结果要求改进后再安排。请在申报中写明改进了什么。',
    en: 'The last result asks for improvement first. Say in the declaration what was improved.',
  },
}
