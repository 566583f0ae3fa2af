import { z } from 'zod'

/** Why a clock may stand still; every pause names one and is shown on the ticket. */
export const PauseReason = z.enum(['waiting-for-user', 'waiting-for-part', 'waiting-for-access', 'approved-change'])
export type PauseReason = z.infer<typeof PauseReason>

const Facts = {
  /** The order of entry; a later entry has a higher number. */
  number: z.int().nonnegative(),
  /** When it happened, and when it was written down. A late entry (补录) keeps both. */
  at: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
}

/** What happens to a ticket and moves its clocks. Visits and answers may repeat: the first one counts. */
export const ClockEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['reported', 'responded', 'arrived', 'restored', 'resolved', 'reopened', 'resumed', 'withdrawn']),
    ...Facts,
  }),
  z.strictObject({ kind: z.literal('paused'), reason: PauseReason, ...Facts }),
])
export type ClockEvent = z.infer<typeof ClockEvent>
