import { dayNumber } from '../calendar/day-number.ts'
import type { Wording } from '../wording.ts'
import type { TenderRules } from './tender-rules.ts'

/** Days as YYYY-MM-DD. */
export type Tender = {
  readonly issuedOn: string
  readonly openedOn: string
  /** null until the winner is told. */
  readonly awardedOn: string | null
  /** How many yearly contracts it was called for. */
  readonly years: number
}

export type TenderedContract = {
  readonly signedOn: string
  readonly endsOn: string
  readonly termYear: number
  readonly termYears: number
}

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

type Judged = {
  readonly isTendered: boolean
  readonly tender: Tender | null
  readonly contract: TenderedContract | null
  /** The law's days on the day of the issue; null where the place has none. */
  readonly rules: Pick<TenderRules, 'openAfterDays' | 'signWithinDays'> | null
}

/** rules.md §4.3, §4.4: tender, then contract, year n of those it was called for. What is not bought by tender needs none. */
export function judgeTender({ isTendered, tender, contract, rules }: Judged): TenderFault[] {
  if (tender === null) return isTendered && contract !== null ? ['missing'] : []
  const faults: TenderFault[] = []
  // What was bought otherwise but has a file of its own is not held to the days of a tender.
  const days = isTendered ? rules : null
  if (days !== null && daysFrom(tender.issuedOn, tender.openedOn) < days.openAfterDays) faults.push('opened-early')
  return contract === null ? faults : [...faults, ...judgeContract(tender, contract, days)]
}

function judgeContract(tender: Tender, contract: TenderedContract, days: Judged['rules']): TenderFault[] {
  const { openedOn, awardedOn, years } = tender
  const { signedOn, endsOn, termYear, termYears } = contract
  const faults: TenderFault[] = []
  if (awardedOn === null) faults.push('not-awarded')
  if (signedOn < openedOn) faults.push('signed-before-opening')
  else if (awardedOn !== null && signedOn < awardedOn) faults.push('signed-before-award')
  // The law's days are those of the contract that follows the award; later years are contracts of their own.
  const isFirst = termYear === 1 && awardedOn !== null && days !== null
  if (isFirst && daysFrom(awardedOn, signedOn) > days.signWithinDays) faults.push('signed-late')
  if (termYears !== years) faults.push('years-differ')
  // The years run from the award, and a contract is signed some weeks after it: one more year than called for is too late.
  if (termYear > years || endsOn > yearsAfter(awardedOn ?? openedOn, years + 1)) faults.push('beyond-years')
  return faults
}

/** Days from one to another; the first does not count. */
function daysFrom(one: string, other: string): number {
  return dayNumber(other) - dayNumber(one)
}

function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}
