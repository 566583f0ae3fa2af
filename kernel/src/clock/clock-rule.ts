import { z } from 'zod'
import { PauseReason } from './clock-event.ts'

/** 响应 · 到场 · 恢复 · 解决. */
export const ClockKind = z.enum(['response', 'arrival', 'recovery', 'resolution'])
export type ClockKind = z.infer<typeof ClockKind>

/** How one clock of a contract runs, as data. A change is a new version, and clocks that stopped keep theirs. */
export const ClockRule = z.strictObject({
  kind: ClockKind,
  version: z.int().nonnegative(),
  limitSeconds: z.int().positive(),
  /** `≤ 10 分钟` is kept at the limit itself, `< 8 小时` is not (rules.md §4.1). */
  bound: z.enum(['at-most', 'less-than']),
  /** The hours of the calendar it runs in. */
  window: z.string().min(1),
  /** The reasons that stop it; any other pause is shown and counted. */
  pausedBy: z.array(PauseReason),
  /** After a reopening, count the time since the repair as well, because it did not hold, or go on from the reopening. */
  reopened: z.enum(['count-through', 'go-on']),
  /** Shares of the limit, in percent, at which somebody is told. */
  remindAt: z.array(z.int().min(1).max(1_000)).max(10),
  /** Entered more than so many seconds after it happened, an event is a late entry (补录). */
  lateAfterSeconds: z.int().nonnegative(),
})
export type ClockRule = z.infer<typeof ClockRule>
