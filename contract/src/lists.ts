import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** What lists of an office have alike, whatever they list. */

const MEGABYTE = 2 ** 20
/** The largest list taken; a multipart body has its frame besides. */
export const MOST_LIST_BYTES = 5 * MEGABYTE
const bodyLimit = MOST_LIST_BYTES + 2 ** 16

const ListProblem = z.object({
  sheet: z.string(),
  /** As spreadsheets name it: C7. */
  cell: z.string(),
  reason: z.string(),
})

/** What became or becomes of the rows of one sheet. */
export const ListCounts = z.object({ made: z.number().int(), changed: z.number().int(), unchanged: z.number().int() })

/** What is found of a list before it is taken. */
export const ListVerdict = z.object({
  /** Cells that are wrong, and rows they stand in. */
  wrongCells: z.number().int(),
  wrongRows: z.number().int(),
  /** The first of them. */
  problems: z.array(ListProblem),
  /** What the reader met on the way. */
  notes: z.array(z.string()),
  /** Of what would be done; shown again when the list is taken. */
  fingerprint: z.string(),
})

const Brought = z.object({ file: z.file() })
export const LookedAt = Brought.extend({ fingerprint: z.string().max(100) })

type Lists = {
  readonly path: `/${string}`
  /** What is listed, in a sentence. */
  readonly of: string
  readonly access: { readonly permission: string }
}

/** How a list of the office comes in, whatever it lists: its template, a look, the marked file, and the taking. */
export function listEndpoints({ path, of, access }: Lists) {
  return {
    template: endpoint({
      method: 'GET',
      path: `${path}/template`,
      summary: `The empty workbook of ${of}`,
      access,
      refuses: [],
    }).output(z.file()),
    reading: endpoint({
      method: 'POST',
      path: `${path}/readings`,
      summary: `Look at a list of ${of} before it is taken; nothing is saved`,
      access,
      refuses: ['file-too-large', 'file-unreadable'],
      bodyLimit,
    }).input(Brought),
    marked: endpoint({
      method: 'POST',
      path: `${path}/marked`,
      summary: 'The same file with its wrong cells marked and the reasons beside them',
      access,
      refuses: ['file-too-large', 'file-unreadable'],
      bodyLimit,
    })
      .input(Brought)
      .output(z.file()),
    taking: endpoint({
      method: 'POST',
      path,
      summary: `Take a list of ${of} without faults, as it was looked at`,
      access,
      refuses: ['file-too-large', 'file-unreadable', 'list-wrong', 'list-read-again'],
      bodyLimit,
    }),
  }
}
