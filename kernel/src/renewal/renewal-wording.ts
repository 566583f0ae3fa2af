import type { Wording } from '../wording.ts'
import type { LastYearVerdict } from './judge-last-year.ts'
import type { Notice } from './renew-declaration.ts'

/** What a person must look at before last year's texts are used again: what, and what to do. */
export const NOTICE_WORDING = {
  'contract-over': {
    zh: '合同期为 {term} 年，新的一年已是第 {year} 年。请核对是否重新采购，再改写这一段。',
    en: 'The contract runs for {term} years and this would be year {year}. Check whether it is tendered again, then rewrite this.',
  },
  'span-over': {
    zh: '“{span}”在新的一年之前已经结束。请换成现行的合同或文件。',
    en: '"{span}" ended before the new year. Name the contract or document in force.',
  },
} as const satisfies Readonly<Record<Notice['code'], Wording>>

export const VERDICT_WORDING = {
  kept: { zh: '达到', en: 'Kept' },
  missed: { zh: '未达到', en: 'Missed' },
  'far-over': { zh: '远超目标（{ratio} 倍）', en: 'Far above the target ({ratio} times)' },
  open: { zh: '须人工判断', en: 'A person has to judge' },
  'not-reported': { zh: '去年没有自评数', en: 'No actual reported' },
} as const satisfies Readonly<Record<LastYearVerdict, Wording>>
