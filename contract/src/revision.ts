import { z } from 'zod'
import { Desk, Opinion } from './declaration-life.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** Changing an approved declaration: the gate, what is asked, what was decided. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const
const review = { permission: 'performance.review' } as const

export const RevisionId = z.uuid().brand<'RevisionId'>()
export type RevisionId = z.infer<typeof RevisionId>

const text = z.string().max(2000)
const weight = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)

/** One row of 修订申报表; `revisedTarget` 取消 gives the row up. The documents are its proof. */
const AskedRow = z.object({
  indicator: text,
  originalTarget: text,
  revisedTarget: text,
  explanation: text,
  documentIds: z.array(DocumentId).max(20),
})

export const AskedRevision = z.object({
  rows: z.array(AskedRow).max(200),
  weights: z
    .object({ reason: text, weights: z.array(z.object({ indicator: text, weight })).max(200) })
    .nullable()
    .default(null),
  /** What opens a closed gate: the budget decision the change follows from, with its file. */
  budgetDecision: z
    .object({ reference: z.string().trim().min(1).max(200), documentId: DocumentId })
    .nullable()
    .default(null),
})

export const GateReply = z.object({
  open: z.boolean(),
  reason: z
    .enum(['budget-procedure-only', 'already-revised', 'revision-pending', 'progress-unknown', 'past-limit'])
    .nullable(),
  /** Why it is closed, in a sentence; '' when open. */
  message: z.string(),
  measure: z.enum(['elapsed-days', 'executed', 'milestones']).nullable(),
  progress: z.string().nullable(),
  /** What the progress was divided from: days, yuan or weights. */
  of: z.object({ done: z.string(), whole: z.string() }).nullable().default(null),
  limit: z.string().nullable(),
  lastDay: z.iso.date().nullable(),
  remains: z.array(z.enum(['budget-decision', 'explained-deviation'])),
  /** Approved so far. */
  revisions: z.number().int(),
  proofPerRow: z.boolean(),
})

const ProblemReply = z.object({ code: z.string(), where: z.string(), message: z.string() })
const DifferenceReply = z.object({ where: z.string(), was: z.string(), now: z.string() })

export const RevisionReply = z.object({
  id: RevisionId,
  formId: FormId,
  number: z.number().int(),
  state: z.enum(['submitted', 'in-review', 'returned', 'approved', 'rejected']),
  baseVersion: z.number().int(),
  asked: AskedRevision,
  /** The gate as it stood on the day of filing. */
  gate: GateReply,
  differences: z.array(DifferenceReply),
  steps: z.array(
    z.object({
      deed: z.enum(['file', 'withdraw', 'review', 'return', 'refile', 'approve', 'reject']),
      desk: z.string(),
      opinion: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
  filedAt: z.iso.datetime(),
  filedBy: z.string(),
})

const wrong = ['not-found', 'deed-impossible', 'revision-closed', 'revision-wrong'] as const

export const revision = {
  readRevisionGate: endpoint({
    method: 'GET',
    path: '/declarations/{id}/revision-gate',
    summary: 'Whether the approved declaration may still be revised, and what remains possible when not',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId }))
    .output(GateReply),
  checkRevision: endpoint({
    method: 'POST',
    path: '/declarations/{id}/revision-checks',
    summary: 'What is wrong with a revision, how the weights of cancelled rows could be spread, what would change',
    access: write,
    refuses: ['not-found'],
  })
    .input(AskedRevision.extend({ id: FormId }))
    .output(
      z.object({
        problems: z.array(ProblemReply),
        suggestedWeights: z.array(z.object({ indicator: z.string(), weight: z.string() })),
        differences: z.array(DifferenceReply),
      }),
    ),
  fileRevision: endpoint({
    method: 'POST',
    path: '/declarations/{id}/revisions',
    summary: 'File a revision of an approved declaration',
    access: write,
    refuses: wrong,
  })
    .input(AskedRevision.extend({ id: FormId }))
    .output(RevisionReply),
  sendRevision: endpoint({
    method: 'POST',
    path: '/declarations/{id}/revision-reviews',
    summary: 'File a revision of an approved declaration and send it through the desks of its place',
    access: write,
    refuses: [...wrong, 'flow-refused', 'no-flow'],
  })
    .input(AskedRevision.extend({ id: FormId }))
    .output(RevisionReply),
  refileRevision: endpoint({
    method: 'POST',
    path: '/revisions/{id}/submissions',
    summary: 'File a returned revision again, corrected',
    access: write,
    refuses: wrong,
  })
    .input(AskedRevision.extend({ id: RevisionId }))
    .output(RevisionReply),
  decideRevision: endpoint({
    method: 'POST',
    path: '/revisions/{id}/decisions',
    summary: 'Review, return, approve or reject a revision; approval makes the next frozen version',
    access: review,
    refuses: ['not-found', 'deed-impossible', 'own-work', 'opinion-missing', 'revision-wrong', 'already-on-its-way'],
  })
    .input(
      z.object({
        id: RevisionId,
        decision: z.enum(['review', 'return', 'approve', 'reject']),
        opinion: Opinion.default(''),
        desk: Desk.default(''),
      }),
    )
    .output(RevisionReply),
  listRevisions: endpoint({
    method: 'GET',
    path: '/declarations/{id}/revisions',
    summary: 'The revisions of a declaration, oldest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId }))
    .output(z.array(RevisionReply)),
  printRevision: endpoint({
    method: 'GET',
    path: '/revisions/{id}/print/{as}',
    summary: '修订表 as a file',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(z.object({ id: RevisionId, as: z.enum(['html', 'docx', 'xlsx', 'pdf']) }))
    .output(z.file()),
}
