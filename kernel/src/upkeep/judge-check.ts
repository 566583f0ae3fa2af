import { compare, isDecimal } from '../decimal.ts'
import type { Check } from './check.ts'

export type Judged = 'in-order' | 'fault' | 'unreadable'

/** `yes` and `no` answer whether it is in order; a number is in order within its limits, both included. */
export function judgeCheck(check: Check, value: string): Judged {
  if (check.kind === 'in-order') {
    if (value === 'yes') return 'in-order'
    return value === 'no' ? 'fault' : 'unreadable'
  }
  if (!isDecimal(value)) return 'unreadable'
  const { least, most } = check
  if (least !== null && isDecimal(least) && compare(value, least) < 0) return 'fault'
  return most !== null && isDecimal(most) && compare(value, most) > 0 ? 'fault' : 'in-order'
}
