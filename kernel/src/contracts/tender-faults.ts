import type { Wording } from '../wording.ts'

/** What may be wrong with a tender or with the contract that follows it. */
export const TENDER_FAULTS = {
  missing: { zh: '按招标采购，没有招标文件', en: 'bought by tender, and there is no tender file' },
  'opened-early': {
    zh: '发布到开标的天数少于法定天数',
    en: 'fewer days between issue and opening than the law gives',
  },
  'not-awarded': { zh: '已签合同，没有中标日期', en: 'there is a contract and no day of award' },
  'signed-before-opening': { zh: '合同早于开标签订', en: 'the contract was signed before the opening' },
  'signed-before-award': { zh: '合同早于中标签订', en: 'the contract was signed before the award' },
  'signed-late': { zh: '中标后超过法定期限才签合同', en: 'signed later after the award than the law allows' },
  'years-differ': { zh: '合同的服务年限与招标文件不同', en: 'the contract is for other years than the tender' },
  'beyond-years': { zh: '合同超出招标文件的服务年限', en: 'the contract runs beyond the years of the tender' },
} as const satisfies Readonly<Record<string, Wording>>

export type TenderFault = keyof typeof TENDER_FAULTS
