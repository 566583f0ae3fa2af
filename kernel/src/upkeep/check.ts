import { z } from 'zod'
import { isDecimal } from '../decimal.ts'

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
