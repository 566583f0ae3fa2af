import { z } from 'zod'
import { defineJob } from '#platform/jobs/job'

/** Reminds whoever leads that an announcement was promised for now. */
export const updateDueJob = defineJob('desk.update-due', z.object({ ticketId: z.uuid() }))
