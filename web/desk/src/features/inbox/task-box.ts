import { Box } from '@shiji/contract/flow'
import { z } from 'zod'

/** The boxes of the flow, and what is not in any flow yet. */
export const TaskBox = z.enum([...Box.options, 'drafts'])
export type TaskBox = z.infer<typeof TaskBox>
