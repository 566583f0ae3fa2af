import { z } from 'zod'

/** Tickets name their problem and problems their tickets; the id stands between them. */
export const ProblemId = z.uuid().brand<'ProblemId'>()
export type ProblemId = z.infer<typeof ProblemId>
