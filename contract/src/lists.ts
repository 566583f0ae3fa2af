import { z } from 'zod'

/** What lists of an office have alike, whatever they list. */

const MEGABYTE = 2 ** 20
/** The largest list taken; a multipart body has its frame besides. */
export const MOST_LIST_BYTES = 5 * MEGABYTE
export const LIST_BODY_LIMIT = MOST_LIST_BYTES + 2 ** 16

export const ListProblem = z.object({
  sheet: z.string(),
  /** As spreadsheets name it: C7. */
  cell: z.string(),
  reason: z.string(),
})

/** What became or becomes of the rows of one sheet. */
export const ListCounts = z.object({ made: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })
