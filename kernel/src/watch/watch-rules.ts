import { z } from 'zod'

/** Half a year is what the law asks of records of a network. */
const LEAST_DAYS = 180

/** What a place asks of the watch over its services: `packs/<place>/watch/usual.json`. */
export const WatchRules = z.strictObject({
  id: z.string().min(1),
  place: z.string().min(1),
  source: z.string().min(1),
  /** Days every single answer is kept; the seconds of its day and its outages are kept for good. */
  rawDays: z.number().int().min(LEAST_DAYS),
})
export type WatchRules = z.infer<typeof WatchRules>
