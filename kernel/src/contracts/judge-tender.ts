import { dayNumber } from '../calendar/day-number.ts'
import type { TenderFault } from './tender-faults.ts'
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
