import { z } from 'zod'

const Start = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const End = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** Hours of the day by the clock of the office; an end that is not after the start lies on the next day. */
export const DayWindow = z.strictObject({ from: Start, to: End })
export type DayWindow = z.infer<typeof DayWindow>

export const Span = z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year'])
export type Span = z.infer<typeof Span>

const Days = z.enum(['every-day', 'working-days'])
const Windows = z
  .array(DayWindow)
  .min(1)
  .max(12)
  .refine((all) => all.every(({ from }, at) => from > (all[at - 1]?.from ?? '')), {
    message: 'windows must begin one after the other',
  })

/**
 * How often something is due. `windows`: in each of these hours of the day, so twice a day are two windows apart ·
 * `within`: once in every week, month … · `after`: about every day, month …, at the latest so many working days later.
 */
export const Frequency = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('windows'), days: Days, windows: Windows }),
  z.strictObject({ kind: z.literal('within'), every: Span.exclude(['day']) }),
  z.strictObject({ kind: z.literal('after'), every: Span, days: Days, workingDays: z.int().min(1).max(60) }),
])
export type Frequency = z.infer<typeof Frequency>
