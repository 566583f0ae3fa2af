import { z } from 'zod'
import { PersonId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** 专家评分表: a key evaluation given to experts who sign in, each seeing only what was given to them. */

const judge = { permission: 'performance.judge' } as const
const review = { permission: 'performance.review' } as const

export const ExpertSheetId = z.uuid().brand<'ExpertSheetId'>()

const points = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/)
const form = z.object({ id: FormId })
const sheet = z.object({ id: ExpertSheetId })

const Person = z.object({ personId: PersonId, name: z.string(), unit: z.string() })

export const ExpertsReply = z.object({
  /** Asked and not yet part of an evaluation; what they gave is not shown before the means are computed. */
  asked: z.array(
    Person.extend({ id: ExpertSheetId, askedAt: z.iso.datetime(), signedAt: z.iso.datetime().nullable() }),
  ),
  /** Who may still be asked: never anybody of the evaluated unit. */
  free: z.array(Person),
})

const MySheet = z.object({
  id: ExpertSheetId,
  project: z.string(),
  unit: z.string(),
  year: z.int(),
  signedAt: z.iso.datetime().nullable(),
})

export const OpenSheet = MySheet.extend({
  parts: z.array(z.object({ name: z.string(), weight: z.string() })),
  /** As the unit evaluated itself. */
  indicators: z.array(
    z.object({
      level1: z.string(),
      level3: z.string(),
      target: z.string(),
      actual: z.string(),
      weight: z.string(),
      self: z.string(),
      reason: z.string(),
    }),
  ),
  /** For each part, in their order; empty before it is signed. */
  points: z.array(z.string()),
  remark: z.string(),
})

export const expertSheets = {
  listExperts: endpoint({
    method: 'GET',
    path: '/self-evaluations/{id}/experts',
    summary: 'The experts asked to score a self-evaluation, and who may be asked',
    access: review,
    refuses: ['not-found'],
  })
    .input(form)
    .output(ExpertsReply),
  askExpert: endpoint({
    method: 'POST',
    path: '/self-evaluations/{id}/experts',
    summary:
      'Give a self-evaluation to an expert to score; nobody of the unit, nobody who worked on it, and no auditor',
    access: review,
    refuses: ['not-found', 'expert-unfit', 'expert-asked', 'self-evaluation-on-its-way'],
  })
    .input(form.extend({ personId: PersonId }))
    .output(ExpertsReply),
  takeBackSheet: endpoint({
    method: 'DELETE',
    path: '/self-evaluations/{id}/experts/{sheetId}',
    summary: 'Take a sheet back that is not signed yet; a signed one stands',
    access: review,
    refuses: ['not-found', 'expert-sheet-signed'],
  })
    .input(form.extend({ sheetId: ExpertSheetId }))
    .output(ExpertsReply),
  listMySheets: endpoint({
    method: 'GET',
    path: '/expert-sheets',
    summary: 'What was given to me to score, unsigned first',
    access: judge,
    refuses: [],
  }).output(z.array(MySheet)),
  readMySheet: endpoint({
    method: 'GET',
    path: '/expert-sheets/{id}',
    summary: 'One sheet given to me, with the indicators as the unit evaluated them',
    access: judge,
    refuses: ['not-found'],
  })
    .input(sheet)
    .output(OpenSheet),
  signSheet: endpoint({
    method: 'POST',
    path: '/expert-sheets/{id}/signature',
    summary: 'My points for every part and my remark, signed; they stand from then on',
    access: judge,
    refuses: ['not-found', 'scores-wrong', 'expert-sheet-signed'],
  })
    .input(sheet.extend({ points: z.array(points).max(20), remark: z.string().trim().max(2000).default('') }))
    .output(OpenSheet),
}
