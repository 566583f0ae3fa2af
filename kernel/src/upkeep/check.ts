import { z } from 'zod'
import { compare, isDecimal } from '../decimal.ts'

const Limit = z
  .string()
  .refine((text) => isDecimal(text))
  .nullable()
const Name = z.string().trim().min(1).max(60)

/** What is looked at on a point: a number with its limits, or whether something is in order. */
export const Check = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('in-order'), name: Name }),
  z.strictObject({ kind: z.literal('number'), name: Name, unit: z.string().max(20), least: Limit, most: Limit }),
])
export type Check = z.infer<typeof Check>

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
