import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** 封存 and 证据包: what the rows say and of which records, frozen, and carried away as a zip that proves itself. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

const form = z.object({ id: FormId })
const one = form.extend({ number: z.coerce.number().int().min(1).max(9999) })

const SealReply = z.object({
  number: z.int(),
  asOf: z.iso.datetime(),
  /** The one hash that stands for all that was sealed, as the ledger keeps it. */
  root: z.string(),
  rows: z.int(),
  records: z.int(),
  lines: z.int(),
  sealedBy: z.string(),
})

const SealCheckReply = z.object({
  /** Nothing differs, in the files or in the records. */
  whole: z.boolean(),
  sentence: z.string(),
  /** What is wrong with the pack itself, each in a sentence. */
  faults: z.array(z.string()),
  /** Records that are not in the database as they were sealed. */
  differences: z.array(
    z.object({
      indicator: z.string(),
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      how: z.enum(['gone', 'came', 'changed']),
      sentence: z.string(),
      page: z.string().nullable(),
    }),
  ),
})

export const seals = {
  sealDeclaration: endpoint({
    method: 'POST',
    path: '/declarations/{id}/seals',
    summary: 'Freeze what every row says and of which records, and name the root in the ledger',
    access: write,
    refuses: ['not-found', 'changed-meanwhile', 'archive-too-large', 'not-printed'],
  })
    .input(form)
    .output(SealReply),
  listSeals: endpoint({
    method: 'GET',
    path: '/declarations/{id}/seals',
    summary: 'The seals of a declaration, the newest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(z.array(SealReply)),
  takeEvidencePack: endpoint({
    method: 'GET',
    path: '/declarations/{id}/seals/{number}/pack',
    summary: 'The evidence pack, a zip that is verified without the product; masked, names and texts are left out',
    access: read,
    refuses: ['not-found', 'seal-not-anchored'],
  })
    .input(one.extend({ masked: z.stringbool().default(false) }))
    .output(z.file()),
  checkSeal: endpoint({
    method: 'GET',
    path: '/declarations/{id}/seals/{number}/check',
    summary: 'Hold every record in the database against what was sealed, and name each that differs',
    access: read,
    refuses: ['not-found', 'seal-not-anchored'],
  })
    .input(one)
    .output(SealCheckReply),
}
