import { z } from 'zod'

/** `shift`: whoever is next takes the next shift · `week`: each keeps a shift for a week, then all move on by one. */
export const Turns = z.enum(['shift', 'week'])
export type Turns = z.infer<typeof Turns>
