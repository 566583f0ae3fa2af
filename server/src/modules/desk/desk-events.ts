import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import { z } from 'zod'
import type { EventName } from '#platform/events'
import { defineJob } from '#platform/jobs/job'

/** Tells whoever should know how much of a limit is used up. */
export const remindJob = defineJob('desk.remind', z.object({ ticketId: z.uuid() }))

export type LoggedTicket = {
  readonly ticketId: string
  readonly number: string
  readonly what: string
  readonly teamId: string
  /** Who logged it; null when the caller or a machine did. */
  readonly by: string | null
}

export type ReachedStep = {
  readonly ticketId: string
  readonly teamId: string
  readonly clock: ClockKind
  readonly percent: number
}

/** Told when a step of the escalation names whoever has the duty: whoever knows the roster reminds them. */
export const STEP_REACHED: EventName<ReachedStep> = 'desk.step-reached'

/** Told within the transaction of the call: whoever knows who is on duty offers it to them. */
export const TICKET_LOGGED: EventName<LoggedTicket> = 'desk.ticket-logged'
