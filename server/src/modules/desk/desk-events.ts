import { z } from 'zod'
import { defineEvent, defineJob } from '#platform/jobs/job'

/** A ticket was logged, moved or corrected: whoever counts tickets counts again. */
export const ticketChanged = defineEvent('desk.ticket-changed', z.object({ ticketId: z.uuid() }))

/** Tells whoever should know how much of a limit is used up. */
export const remindJob = defineJob('desk.remind', z.object({ ticketId: z.uuid() }))
