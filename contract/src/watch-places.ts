import { z } from 'zod'

/** Where a probe is looked at from. */

export const VantageId = z.uuid().brand<'VantageId'>()
export type VantageId = z.infer<typeof VantageId>

/** This server as one of the places. */
export const HERE = VantageId.parse('00000000-0000-0000-0000-000000000000')

/** Places that look, this server among them or not, and how many must say that it is out; null where this server looks alone. */
export const WatchedFrom = z
  .object({ vantages: z.array(VantageId).min(1).max(20), needed: z.number().int().min(1).max(20) })
  .nullable()
export type WatchedFrom = z.infer<typeof WatchedFrom>

/** The last word of one place about a probe. */
export const Look = z.object({
  id: VantageId,
  /** Null is this server. */
  name: z.string().nullable(),
  isOn: z.boolean(),
  state: z.enum(['up', 'down', 'unknown']),
  /** How old its last word is. */
  ageSeconds: z.number().int().nullable(),
  tookMs: z.number().int().nullable(),
  problem: z.string(),
})

/** One answer as people see it; `from` names the place that found it, null is this server. */
export const SeenAnswer = z.object({
  ...{ at: z.iso.datetime(), isUp: z.boolean(), tookMs: z.number().int() },
  ...{ problem: z.string(), from: z.string().nullable() },
})
