import { z } from 'zod'
import { Opinion, Version } from './declaration-life.ts'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { FormId, ProjectId } from './performance.ts'

/** Self-evaluation, sampling, re-evaluation, and what follows from them. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const
const review = { permission: 'performance.review' } as const

export const SampleId = z.uuid().brand<'SampleId'>()
export const ReEvaluationId = z.uuid().brand<'ReEvaluationId'>()

const points = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)
const as = z.enum(['html', 'docx', 'xlsx', 'pdf'])
const text = z.string().trim().max(2000)
const form = z.object({ id: FormId })

export const SelfEvaluationReply = z.object({
  /** The form itself is opened and edited as any other form. */
  id: FormId,
  declarationId: FormId,
  projectId: ProjectId,
  state: z.enum(['draft', 'handed-in']),
  version: z.number().int(),
  /** The approved version it is measured by. */
  baseVersion: z.number().int(),
  statement: z.string(),
  total: z.string(),
  grade: z.string().nullable(),
  light: z.enum(['red', 'yellow']).nullable(),
  /** What a person must still do; empty once handed in. */
  problems: z.array(z.object({ code: z.string(), position: z.number().int().nullable(), message: z.string() })),
  /** Rows whose actual value the records give, frozen when the form was opened, beside what the unit writes. */
  computed: z.array(
    z.object({
      position: z.number().int(),
      computed: z.string(),
      written: z.string(),
      /** Records behind it. */
      counted: z.number().int(),
      asOf: z.iso.datetime(),
    }),
  ),
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
})

export const SampleReply = z.object({
  id: SampleId,
  year: z.number().int(),
  seed: z.string(),
  frame: z.number().int(),
  drawnAt: z.iso.datetime(),
  drawnBy: z.string(),
  items: z.array(
    z.object({
      formId: FormId,
      project: z.string(),
      unit: z.string(),
      stratum: z.string(),
      why: z.enum(['certain', 'lot', 'unit']),
      lot: z.string(),
      reEvaluated: z.boolean(),
    }),
  ),
})

export const ReEvaluationReply = z.object({
  id: ReEvaluationId,
  formId: FormId,
  kind: z.enum(['re-score', 'key']),
  opinion: z.string(),
  selfTotal: z.string(),
  total: z.string(),
  difference: z.string(),
  selfGrade: z.string().nullable(),
  grade: z.string().nullable(),
  rows: z.array(
    z.object({
      position: z.number().int(),
      indicator: z.string(),
      weight: z.string().nullable(),
      self: z.string().nullable(),
      again: z.string().nullable(),
      difference: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  /** Positions of the rows that moved the total most. */
  largest: z.array(z.number().int()),
  experts: z.array(z.object({ expert: z.string(), score: z.string(), counted: z.boolean() })),
  doneAt: z.iso.datetime(),
  doneBy: z.string(),
})

export const ResultRow = z.object({
  formId: FormId,
  declarationId: FormId,
  projectId: ProjectId,
  project: z.string(),
  unitId: UnitId,
  unit: z.string(),
  year: z.number().int(),
  selfTotal: z.string(),
  selfGrade: z.string().nullable(),
  /** After re-evaluation; the unit's own where there was none. */
  total: z.string(),
  grade: z.string().nullable(),
  reEvaluated: z.boolean(),
  effect: z.enum(['support', 'improve', 'cut', 'hold-until-rectified']).nullable(),
  openRectifications: z.number().int(),
  /** 1 is the best; equal totals share a rank. */
  rank: z.number().int(),
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
  handInSelfEvaluation: endpoint({
    method: 'POST',
    path: '/self-evaluations/{id}/submissions',
    summary: 'Hand a self-evaluation in; from then on it is closed',
    access: write,
    refuses: ['not-found', 'changed-meanwhile', 'self-evaluation-closed', 'self-evaluation-open', 'deed-impossible'],
  })
    .input(form.extend({ version: Version, statement: text.default('') }))
    .output(SelfEvaluationReply),
  drawSample: endpoint({
    method: 'POST',
    path: '/performance/samples',
    summary: 'Draw self-evaluations to look at again; the same seed over the same frame draws the same',
    access: review,
    refuses: ['sample-exists', 'frame-empty'],
  })
    .input(z.object({ year: FormYear, seed: z.string().trim().min(1).max(100) }))
    .output(SampleReply),
  listSamples: endpoint({
    method: 'GET',
    path: '/performance/samples',
    summary: 'The samples of a year with what became of them',
    access: review,
    refuses: [],
  })
    .input(z.object({ year: FormYear }))
    .output(z.array(SampleReply)),
  reEvaluate: endpoint({
    method: 'POST',
    path: '/self-evaluations/{id}/re-evaluations',
    summary: '复核: score again beside the self-score; or 重点评价 by experts',
    access: review,
    refuses: ['not-found', 'own-work', 'scores-wrong', 'deed-impossible', 'opinion-missing'],
  })
    .input(
      form.extend({
        kind: z.enum(['re-score', 'key']),
        rows: z
          .array(z.object({ position: z.number().int().min(0), again: points, reason: text }))
          .max(1000)
          .default([]),
        experts: z
          .array(z.object({ expert: z.string().trim().min(1).max(100), score: points }))
          .max(50)
          .default([]),
        opinion: Opinion,
      }),
    )
    .output(ReEvaluationReply),
  listReEvaluations: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}/re-evaluations',
    summary: 'How a self-evaluation was scored again, oldest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(z.array(ReEvaluationReply)),
  listResults: endpoint({
    method: 'GET',
    path: '/performance/results',
    summary: 'Results of a year, best first, with what they mean for the next budget',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: FormYear }))
    .output(z.array(ResultRow)),
  listProjectResults: endpoint({
    method: 'GET',
    path: '/projects/{id}/results',
    summary: 'The results of a project over the years, newest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ProjectId }))
    .output(z.array(ResultRow.omit({ rank: true }))),
  keepBack: endpoint({
    method: 'PUT',
    path: '/forms/{id}/secret-rows',
    summary: 'Name the indicator rows that are kept back from the public copy',
    access: write,
    refuses: ['not-found', 'indicator-unknown'],
  })
    .input(
      form.extend({
        rows: z.array(z.object({ indicator: z.string().max(500), reason: z.string().trim().min(1).max(500) })).max(500),
      }),
    )
    .output(z.object({ rows: z.array(z.object({ indicator: z.string(), reason: z.string() })) })),
  printPublicCopy: endpoint({
    method: 'GET',
    path: '/forms/{id}/public-copy/{as}',
    summary: '公开: the form with names, telephones and secret rows left out',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(form.extend({ as }))
    .output(z.file()),
  printReview: endpoint({
    method: 'GET',
    path: '/declarations/{id}/review-sheet/{as}',
    summary: '审核表: the opinions of the desks and the scores of the years before',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(form.extend({ as }))
    .output(z.file()),
  printTrail: endpoint({
    method: 'GET',
    path: '/declarations/{id}/approval-trail/{as}',
    summary: '审批单: every step with person, time and opinion',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(form.extend({ as }))
    .output(z.file()),
}
