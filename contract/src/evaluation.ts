import { z } from 'zod'
import { Version } from './declaration-life.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { RowProof, SelfEvaluatedRow } from './evaluation-rows.ts'
import { FormId, ProjectId } from './performance.ts'

/** Self-evaluation: what the unit says it reached, and what proves it. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

const text = z.string().trim().max(2000)
const form = z.object({ id: FormId })

/** 实际完成情况: what stands in the form, and what the readings say, sentence by sentence with a footnote each. */
const AccountReply = z.object({
  /** The cell of the sheet; null on a sheet without one. */
  field: z.string().nullable(),
  text: z.string(),
  /** The sentences with their footnotes, as they go into the form. */
  draft: z.string(),
  sentences: z.array(
    z.object({
      number: z.int(),
      position: z.int(),
      sentence: z.string(),
      note: z.string(),
      /** The row of the declaration whose records the footnote opens; null when it has no such row. */
      evidence: z.int().nullable(),
    }),
  ),
})

const SelfEvaluationState = z.enum(['draft', 'handed-in', 'in-review', 'returned', 'rejected', 'accepted'])

const SelfEvaluatedExecution = z.object({
  budget: z.string().nullable(),
  executed: z.string().nullable(),
  /** As the form prints it, in percent. */
  rate: z.string().nullable(),
  weight: z.string().nullable(),
  score: z.string().nullable(),
  trace: z.string().nullable(),
  proof: RowProof,
  /** Payments of the year in the ledger of the project. */
  payments: z.int(),
})

const SelfEvaluationReply = z.object({
  /** The form itself is opened and edited as any other form. */
  id: FormId,
  declarationId: FormId,
  projectId: ProjectId,
  state: SelfEvaluationState,
  version: z.number().int(),
  /** The approved version it is measured by. */
  baseVersion: z.number().int(),
  statement: z.string(),
  total: z.string(),
  grade: z.string().nullable(),
  light: z.enum(['red', 'yellow']).nullable(),
  /** What a person must still do; empty once handed in. */
  problems: z.array(z.object({ code: z.string(), position: z.number().int().nullable(), message: z.string() })),
  execution: SelfEvaluatedExecution,
  rows: z.array(SelfEvaluatedRow),
  account: AccountReply,
  /** The points scored, by what proves them; together they are the total. */
  proof: z.object({ machine: z.string(), document: z.string(), asserted: z.string(), unproved: z.string() }),
  overrides: z.array(
    z.object({
      position: z.number().int(),
      field: z.enum(['actual', 'score']),
      value: z.string(),
      reason: z.string(),
      documentId: DocumentId,
      by: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** What the revisions changed since the first approval, to be printed beside. */
  revised: z.array(z.object({ where: z.string(), was: z.string(), now: z.string() })),
  handedInAt: z.iso.datetime().nullable(),
  /** Every step through the desks, oldest first, with the hash of what it was about. */
  steps: z.array(
    z.object({
      number: z.number().int(),
      deed: z.enum(['hand-in', 'withdraw', 'review', 'return', 'accept', 'reject']),
      state: SelfEvaluationState,
      version: z.number().int(),
      sha256: z.string(),
      desk: z.string(),
      opinion: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
})

export const evaluation = {
  startSelfEvaluation: endpoint({
    method: 'POST',
    path: '/declarations/{id}/self-evaluation',
    summary: 'Open the self-evaluation of an approved declaration, filled with what is known; again opens the same',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'template-unknown'],
  })
    .input(form)
    .output(SelfEvaluationReply),
  findSelfEvaluation: endpoint({
    method: 'GET',
    path: '/declarations/{id}/self-evaluation',
    summary: 'The self-evaluation of a declaration; null while none was opened',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(z.object({ id: FormId.nullable() })),
  readSelfEvaluation: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}',
    summary: 'A self-evaluation with its open points',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(SelfEvaluationReply),
  recordOverride: endpoint({
    method: 'PUT',
    path: '/self-evaluations/{id}/overrides',
    summary: 'Ground a figure that is not the computed or ruled one: reason and file, in one’s own name',
    access: write,
    refuses: ['not-found', 'self-evaluation-closed'],
  })
    .input(
      form.extend({
        position: z.number().int().min(0).max(1000),
        field: z.enum(['actual', 'score']),
        value: z.string().trim().min(1).max(200),
        reason: z.string().trim().min(1).max(2000),
        documentId: DocumentId,
      }),
    )
    .output(SelfEvaluationReply),
  takeComputedValues: endpoint({
    method: 'POST',
    path: '/self-evaluations/{id}/computed-values',
    summary: 'Take all computed values: actuals of the records, money of the payments, points of the rules',
    access: write,
    refuses: ['not-found', 'changed-meanwhile', 'self-evaluation-closed'],
  })
    .input(form.extend({ version: Version }))
    .output(SelfEvaluationReply),
  handInSelfEvaluation: endpoint({
    method: 'POST',
    path: '/self-evaluations/{id}/submissions',
    summary: 'Hand a self-evaluation in and send it through the desks of its place; while they have it, it is closed',
    access: write,
    refuses: [
      'not-found',
      'changed-meanwhile',
      'self-evaluation-closed',
      'self-evaluation-open',
      'deed-impossible',
      'already-on-its-way',
      'flow-refused',
      'no-flow',
    ],
  })
    .input(form.extend({ version: Version, statement: text.default('') }))
    .output(SelfEvaluationReply),
  printEvaluationTrail: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}/approval-trail/{as}',
    summary: '审批单 of a self-evaluation: every step with person, day and opinion',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(form.extend({ as: z.enum(['html', 'docx', 'xlsx', 'pdf']) }))
    .output(z.file()),
}
