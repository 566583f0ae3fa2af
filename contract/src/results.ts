import { Effect } from '@shiji/kernel/life/life-rules'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { FormId, ProjectId, ProjectRow } from './performance.ts'

/** What came of it: results over years and units, what is made public, and the printed sheets. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

const as = z.enum(['html', 'docx', 'xlsx', 'pdf'])
const form = z.object({ id: FormId })

export const ResultRow = z.object({
  formId: FormId,
  declarationId: FormId,
  projectId: ProjectId,
  project: z.string(),
  unitId: UnitId,
  unit: z.string(),
  /** 项目类别 of the declaration; '' where its form has none. */
  kind: z.string(),
  year: z.number().int(),
  selfTotal: z.string(),
  selfGrade: z.string().nullable(),
  /** After re-evaluation; the unit's own where there was none. */
  total: z.string(),
  grade: z.string().nullable(),
  reEvaluated: z.boolean(),
  effect: Effect.nullable(),
  openRectifications: z.number().int(),
  /** 1 is the best; equal totals share a rank. */
  rank: z.number().int(),
})

/** What the years before mean for a declaration: the newest result, what it does to the budget, and what to do. */
export const Consequence = z.object({
  /** The newest result before the declared year; `formId` is its self-evaluation. */
  result: z.object({ formId: FormId, year: z.int(), total: z.string(), grade: z.string().nullable() }).nullable(),
  effect: Effect.nullable(),
  /** Notices to correct of earlier years that nobody answered. */
  open: z.int(),
  notes: z.array(z.object({ code: z.enum(['correct-first', 'not-cut', 'improve-first']), message: z.string() })),
})

const SecretRows = z.object({ rows: z.array(z.object({ indicator: z.string(), reason: z.string() })) })

const ProjectYears = ProjectRow.omit({ forms: true }).extend({
  /** Newest first. */
  years: z.array(
    z.object({
      year: z.int(),
      forms: ProjectRow.shape.forms,
      result: ResultRow.omit({ rank: true }).nullable(),
      /** In 元; null where nothing was recorded. */
      fullYear: z.string().nullable(),
      executed: z.string().nullable(),
      /** Executed ÷ full year in percent; null without a budget or a payment. */
      rate: z.string().nullable(),
      payments: z.int(),
    }),
  ),
})

export const results = {
  readProject: endpoint({
    method: 'GET',
    path: '/projects/{id}',
    summary: 'A project over the years: its forms, its results, its money',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ProjectId }))
    .output(ProjectYears),
  listResults: endpoint({
    method: 'GET',
    path: '/performance/results',
    summary: 'Results of a year, or of all, best first within their year, with what they mean for the next budget',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: FormYear.optional() }))
    .output(z.array(ResultRow)),
  takeRanking: endpoint({
    method: 'GET',
    path: '/performance/results/workbook',
    summary: 'The ranking of a year, or of all, as a workbook',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: FormYear.optional() }))
    .output(z.file()),
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
    .output(SecretRows),
  listKeptBack: endpoint({
    method: 'GET',
    path: '/forms/{id}/secret-rows',
    summary: 'The indicator rows that are kept back from the public copy',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(SecretRows),
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
