import { z } from 'zod'
import { Opinion } from './declaration-life.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { FormId } from './performance.ts'

/** 复核 and 重点评价: samples by a seed, and the second score beside the unit's own. */

const read = { permission: 'performance.read' } as const
const review = { permission: 'performance.review' } as const

export const SampleId = z.uuid().brand<'SampleId'>()
export const ReEvaluationId = z.uuid().brand<'ReEvaluationId'>()

const points = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)
const text = z.string().trim().max(2000)
const form = z.object({ id: FormId })

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
  /** 重点评价: the parts scored, each with the mean of the experts that count; empty otherwise. */
  parts: z.array(z.object({ name: z.string(), weight: z.string(), mean: z.string() })),
  experts: z.array(
    z.object({
      expert: z.string(),
      /** For each part, in their order. */
      points: z.array(z.string()),
      remark: z.string(),
      score: z.string(),
      counted: z.boolean(),
      /** Entered from a signed sheet of paper by the reviewer; otherwise signed by the expert's own account. */
      paper: z.boolean(),
    }),
  ),
  doneAt: z.iso.datetime(),
  doneBy: z.string(),
})

export const reEvaluation = {
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
  readKeyRules: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}/key-evaluation-rules',
    summary: '重点评价: the parts experts score here, how many experts it takes, and when the extremes are left out',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(
      z.object({
        experts: z.int(),
        dropExtremesFrom: z.int().nullable(),
        parts: z.array(z.object({ name: z.string(), weight: z.string() })),
        /** Where the place takes it from. */
        source: z.string(),
      }),
    ),
  takeExpertSheet: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}/expert-sheet',
    summary: '专家评分表: what one expert fills in and signs, with the indicators beside it',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(z.file()),
  reEvaluate: endpoint({
    method: 'POST',
    path: '/self-evaluations/{id}/re-evaluations',
    summary: '复核: score again beside the self-score; or 重点评价 by experts',
    access: review,
    refuses: [
      'not-found',
      'own-work',
      'scores-wrong',
      'deed-impossible',
      'opinion-missing',
      'self-evaluation-on-its-way',
    ],
  })
    .input(
      form.extend({
        kind: z.enum(['re-score', 'key']),
        rows: z
          .array(z.object({ position: z.number().int().min(0), again: points, reason: text }))
          .max(1000)
          .default([]),
        experts: z
          .array(
            z.object({
              expert: z.string().trim().min(1).max(100),
              /** For each part of the place, in their order. */
              points: z.array(points).max(20),
              remark: text.default(''),
            }),
          )
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
  printFeedback: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}/feedback/{as}',
    summary: '反馈书: the latest re-evaluation as it is given back to the unit, with what must be corrected',
    access: read,
    refuses: ['not-found', 'not-re-evaluated', 'template-unknown', 'not-printed'],
  })
    .input(form.extend({ as: z.enum(['html', 'docx', 'xlsx', 'pdf']) }))
    .output(z.file()),
}
