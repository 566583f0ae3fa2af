import { z } from 'zod'
import { defineJob } from '#platform/jobs/job'

/** Hands one letter to the mail server. */
export const sendLetterJob = defineJob('desk.send-letter', z.object({ letterId: z.uuid() }))
