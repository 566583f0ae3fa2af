import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** The ledger as an auditor asks it: who did what, when, on which record. */

const access = { permission: 'directory.read-ledger' } as const

const Question = z.object({
  /** A part of the person's name or login. */
  person: z.string().trim().max(50).default(''),
  /** An id or any other text the entry mentions; at least three characters, or nothing. */
  mentions: z.string().trim().max(100).default(''),
  /** What was done: `directory.` or `directory.roles-granted`. */
  did: z.string().trim().max(80).default(''),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})

export const LedgerLine = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null for the system itself and for who was not signed in. */
  person: z.string().nullable(),
  did: z.string(),
  detail: z.string(),
  requestId: z.string(),
  /** Its number in the sealed chain; null in the moments before it is sealed. */
  number: z.string().nullable(),
})

export const ledger = {
  searchLedger: endpoint({
    method: 'GET',
    path: '/ledger',
    summary: 'Who did what, newest first',
    access,
    refuses: [],
  })
    .input(Question.extend({ after: z.uuid().optional() }))
    .output(z.object({ lines: z.array(LedgerLine), next: z.string().nullable() })),
  exportLedger: endpoint({
    method: 'POST',
    path: '/ledger/exports',
    summary: 'The same as a table file (CSV), at most 10 000 lines; taking it is itself entered',
    access,
    refuses: [],
  })
    .input(Question)
    .output(z.file()),
}
