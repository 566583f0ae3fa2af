import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { DeclarationState, FormId } from './performance.ts'

/** The life of a declaration: handed in, reviewed, approved and frozen. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const
const review = { permission: 'performance.review' } as const

export const Deed = z.enum([
  'submit',
  'withdraw',
  'review',
  'return',
  'approve',
  'reject',
  'revise',
  'monitor',
  'self-evaluate',
  're-evaluate',
  'archive',
])

export const Opinion = z.string().trim().max(2000)
/** The desk of the chain a person decides for, as the review sheet prints it. */
export const Desk = z.string().trim().max(100)
export const Version = z.coerce.number().int().positive().max(1_000_000)

/** An approved version; number 1 is the approval itself, each further one a revision. */
const ApprovalReply = z.object({
  number: z.number().int(),
  version: z.number().int(),
  sha256: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
})

const LifeReply = z.object({
  id: FormId,
  state: DeclarationState,
  /** What the state allows next; who may do it is asked by each operation. */
  deeds: z.array(Deed),
  approvals: z.array(ApprovalReply),
  /** Every step, oldest first, with the hash of the version it was about. */
  steps: z.array(
    z.object({
      number: z.number().int(),
      deed: Deed,
      state: DeclarationState,
      version: z.number().int(),
      sha256: z.string(),
      desk: z.string(),
      opinion: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
})

/** Something begun and not handed in: a declaration, the report of a month, a self-evaluation. */
export const DraftRow = z.object({
  kind: z.enum(['declaration', 'monitoring', 'self-evaluation']),
  /** The form its page is opened with. */
  formId: FormId,
  project: z.string(),
  unit: z.string(),
  year: z.number().int(),
  /** Of a monitoring report. */
  month: z.number().int().nullable(),
  savedAt: z.iso.datetime(),
})

export const declarationLife = {
  listDrafts: endpoint({
    method: 'GET',
    path: '/drafts',
    summary: 'What I began and did not hand in, the newest first, and how many there are',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ before: z.iso.datetime().optional() }))
    .output(z.object({ rows: z.array(DraftRow), total: z.number().int(), next: z.iso.datetime().nullable() })),
  readLife: endpoint({
    method: 'GET',
    path: '/declarations/{id}/life',
    summary: 'Where a declaration stands, its approved versions and every step so far',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId }))
    .output(LifeReply),
  submitDeclaration: endpoint({
    method: 'POST',
    path: '/declarations/{id}/submissions',
    summary: 'Hand the declaration in, in the version the person looked at',
    access: write,
    refuses: ['not-found', 'changed-meanwhile', 'deed-impossible', 'findings-open'],
  })
    .input(z.object({ id: FormId, version: Version }))
    .output(LifeReply),
  sendForReview: endpoint({
    method: 'POST',
    path: '/declarations/{id}/reviews',
    summary: 'Hand the declaration in and send it through the desks of its place',
    access: write,
    refuses: [
      'not-found',
      'changed-meanwhile',
      'deed-impossible',
      'findings-open',
      'already-on-its-way',
      'flow-refused',
      'no-flow',
    ],
  })
    .input(z.object({ id: FormId, version: Version, opinion: Opinion.default('') }))
    .output(LifeReply),
  withdrawDeclaration: endpoint({
    method: 'POST',
    path: '/declarations/{id}/withdrawals',
    summary: 'Take a declaration back before anyone reviewed it',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'already-on-its-way'],
  })
    .input(z.object({ id: FormId }))
    .output(LifeReply),
  decideDeclaration: endpoint({
    method: 'POST',
    path: '/declarations/{id}/decisions',
    summary: 'Review, return, approve or reject a declaration in the version the person looked at; approval freezes it',
    access: review,
    refuses: [
      'not-found',
      'changed-meanwhile',
      'deed-impossible',
      'own-work',
      'opinion-missing',
      'correction-first',
      'already-on-its-way',
    ],
  })
    .input(
      z.object({
        id: FormId,
        version: Version,
        decision: z.enum(['review', 'return', 'approve', 'reject']),
        opinion: Opinion.default(''),
        desk: Desk.default(''),
      }),
    )
    .output(LifeReply),
}
