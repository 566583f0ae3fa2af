import { z } from 'zod'
import { isZero } from '../decimal.ts'
import { NonNegativeDecimal } from '../decimal-schema.ts'

/** A step is done, still to be done, or left out for a reason. */
export const WorkStep = z.strictObject({
  what: z.string().trim().min(1).max(200),
  state: z.enum(['open', 'done', 'left-out']),
  note: z.string().trim().max(500).default(''),
})
export type WorkStep = z.infer<typeof WorkStep>

export const WorkPart = z.strictObject({
  name: z.string().trim().min(1).max(200),
  serial: z.string().trim().max(100).default(''),
  quantity: NonNegativeDecimal.refine((text) => !isZero(text)),
  unit: z.string().trim().max(20).default(''),
  /** The item of the store it was taken from; null when it came from elsewhere. */
  itemId: z.uuid().nullable().default(null),
})

export type WorkPart = z.infer<typeof WorkPart>

export const WorkSpan = z.strictObject({
  personId: z.uuid(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
})
export type WorkSpan = z.infer<typeof WorkSpan>
