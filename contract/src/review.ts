import { z } from 'zod'
import { Version } from './declaration-life.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { FindingReply, FormId } from './performance.ts'
import { Consequence } from './results.ts'

/** What a reviewer needs beside a declaration: the checks by criterion, the year before, past scores and comments at cells. */

export const CommentId = z.uuid().brand<'CommentId'>()
export type CommentId = z.infer<typeof CommentId>

const read = { permission: 'performance.read' } as const

export const CommentRow = z.object({
  id: CommentId,
  /** The address of the cell, `indicators[3].target`; `form` for the whole. */
  place: z.string(),
  /** The version it was said of. */
  version: z.number().int(),
  remark: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  /** Who said it is dealt with, null while it is open. */
  settledBy: z.string().nullable(),
})

const ReviewReply = z.object({
  id: FormId,
  version: z.number().int(),
  project: z.string(),
  unit: z.string(),
  year: z.number().int().nullable(),
  /** 完整性 · 相关性 · 适当性 · 可行性, each with what the machine noticed. */
  criteria: z.array(
    z.object({
      key: z.enum(['completeness', 'relevance', 'adequacy', 'feasibility']),
      name: z.string(),
      findings: z.array(FindingReply),
    }),
  ),
  rows: z.array(
    z.object({
      position: z.number().int(),
      level1: z.string(),
      level2: z.string(),
      name: z.string(),
      target: z.string(),
      weight: z.string().nullable(),
      change: z.enum(['new', 'same', 'changed']),
      last: z
        .object({
          target: z.string(),
          actual: z.string().nullable(),
          verdict: z.enum(['kept', 'missed', 'far-over', 'open', 'not-reported']),
        })
        .nullable(),
      /** The library's entry of this name with its usual targets; null when it knows none. */
      library: z.object({ entryId: z.string(), name: z.string(), targets: z.array(z.string()) }).nullable(),
      /** The same promise of other projects of the unit and year. */
      sisters: z.array(z.object({ project: z.string(), target: z.string() })),
    }),
  ),
  /** Promises of last year that are not made again. */
  gone: z.array(z.object({ name: z.string(), target: z.string() })),
  /** The year's money in 元. */
  money: z.object({ now: z.string().nullable(), last: z.string().nullable() }),
  /** The declaration of the year before, null when there is none. */
  lastYear: z.object({ formId: FormId, year: z.number().int() }).nullable(),
  /** The last closed years, the newest first. */
  results: z.array(z.object({ year: z.number().int(), total: z.string(), grade: z.string() })),
  /** What those years mean for this declaration; null when they left nothing behind. */
  consequence: Consequence.nullable(),
  comments: z.array(CommentRow),
})

export const review = {
  readReview: endpoint({
    method: 'GET',
    path: '/declarations/{id}/review',
    summary: 'A declaration as a reviewer weighs it: checks by criterion, the year before, past scores, comments',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId }))
    .output(ReviewReply),
  takeDecisions: endpoint({
    method: 'GET',
    path: '/performance/decisions/workbook',
    summary: 'What I decided on declarations of a year, or of all, as a workbook: opinion, time, version and its hash',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: FormYear.optional() }))
    .output(z.file()),
  addComment: endpoint({
    method: 'POST',
    path: '/declarations/{id}/comments',
    summary: 'Say something of one cell, in the version the person looked at',
    access: read,
    refuses: ['not-found', 'changed-meanwhile', 'own-work'],
  })
    .input(
      z.object({
        id: FormId,
        version: Version,
        place: z.string().trim().min(1).max(200),
        remark: z.string().trim().min(1).max(1000),
      }),
    )
    .output(CommentRow),
  settleComment: endpoint({
    method: 'POST',
    path: '/comments/{id}/settlements',
    summary: 'Say that a comment is dealt with',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: CommentId }))
    .output(z.object({})),
}
