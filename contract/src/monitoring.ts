import { PlanCurve } from '@shiji/kernel/monitoring/plan-curve'
import { z } from 'zod'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** 双监控: an approved promise and its money, month by month, and what is asked when it goes wrong. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const
const review = { permission: 'performance.review' } as const

export const RectificationId = z.uuid().brand<'RectificationId'>()
export type RectificationId = z.infer<typeof RectificationId>

export const Light = z.enum(['red', 'yellow', 'green', 'blue'])
export const Remedy = z.enum(['remind', 'correct', 'hold-payment'])
const Month = z.coerce.number().int().min(1).max(12)
const text = z.string().max(2000)
const id = z.object({ id: FormId })

/** What the unit writes of a row; `indicator` is 一级-二级-三级. */
export const ReportedRow = z.object({
  indicator: text,
  /** 完成值 so far. */
  soFar: text,
  /** One of `bands`, for rows of words. */
  band: z.string().max(50).nullable(),
  /** 全年预计. */
  expected: text,
  reason: text,
})

const Answers = z.object({ spending: z.boolean(), goal: z.boolean() }).nullable()

const MonitoredRow = ReportedRow.extend({
  position: z.number().int(),
  target: z.string(),
  /** What the plan of the year comes to, as a number; null for words, days and hours. */
  promised: z
    .object({
      value: z.string(),
      unit: z.string().nullable(),
      period: z.enum(['year', 'half-year', 'quarter', 'month', 'week', 'day']).nullable(),
    })
    .nullable(),
  curve: PlanCurve,
  /** Whether the unit drew the curve itself. */
  curveIsOwn: z.boolean(),
  /** What should stand now; null for words and where nothing is due. */
  planned: z.string().nullable(),
  percent: z.string().nullable(),
  light: Light.nullable(),
  /** Why there is no light; null when there is one. */
  without: z
    .enum(['not-due', 'not-reported', 'nothing-promised', 'needs-band', 'unit-differs', 'period-missing'])
    .nullable(),
  usedUp: z.boolean(),
  missesYear: z.boolean(),
  reasonMissing: z.boolean(),
  /** The month before, as reported. */
  previous: ReportedRow.omit({ indicator: true }).nullable(),
})

export const MonthReply = z.object({
  id: FormId,
  year: z.number().int(),
  month: z.number().int(),
  /** The day of the office on which the month was read. */
  today: z.iso.date(),
  state: z.enum(['blank', 'draft', 'reported']),
  /** The approved version the month is judged by. */
  baseVersion: z.number().int(),
  rulePack: z.string(),
  bands: z.array(z.string()),
  /** Whether the place asks two questions instead of measuring. */
  asksQuestions: z.boolean(),
  answers: Answers,
  money: z.object({
    budget: z.string().nullable(),
    executed: z.string(),
    /** Percent of what should be spent by now. */
    percent: z.string().nullable(),
    light: Light.nullable(),
  }),
  rows: z.array(MonitoredRow),
  goalLight: Light.nullable(),
  light: Light.nullable(),
  alerts: z.array(
    z.object({
      code: z.enum(['execution-low', 'execution-high', 'paid-ahead', 'deviation-large']),
      position: z.number().int().nullable(),
      value: z.string(),
      message: z.string(),
    }),
  ),
  missingReasons: z.array(z.number().int()),
})

export const RectificationReply = z.object({
  id: RectificationId,
  formId: FormId,
  origin: z.enum(['monitoring', 're-evaluation']),
  month: z.number().int().nullable(),
  remedy: Remedy,
  demand: z.string(),
  dueOn: z.iso.date(),
  state: z.enum(['open', 'answered', 'closed']),
  /** Open past its day. */
  overdue: z.boolean(),
  answer: z.string(),
  documentIds: z.array(DocumentId),
  issuedAt: z.iso.datetime(),
  issuedBy: z.string(),
  answeredAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
})

export const monitoring = {
  listMonths: endpoint({
    method: 'GET',
    path: '/declarations/{id}/monitoring',
    summary: 'The months reported so far with their lights, and what they call for',
    access: read,
    refuses: ['not-found'],
  })
    .input(id)
    .output(
      z.object({
        /** What the place calls it: 绩效运行监控, 绩效跟踪. */
        name: z.string(),
        gathering: z.object({ month: z.number().int(), through: z.number().int(), reportBy: z.string() }).nullable(),
        months: z.array(
          z.object({
            month: z.number().int(),
            state: z.enum(['draft', 'reported']),
            light: Light.nullable(),
            executed: z.string(),
            budget: z.string().nullable(),
            savedAt: z.iso.datetime(),
            savedBy: z.string(),
          }),
        ),
        remedy: Remedy.nullable(),
      }),
    ),
  readMonth: endpoint({
    method: 'GET',
    path: '/declarations/{id}/monitoring/{month}',
    summary: 'One month: what was written, what was spent, every row with its light',
    access: read,
    refuses: ['not-found', 'deed-impossible'],
  })
    .input(id.extend({ month: Month }))
    .output(MonthReply),
  saveMonth: endpoint({
    method: 'PUT',
    path: '/declarations/{id}/monitoring/{month}',
    summary: 'Save a month as a draft, or report it; a reported month is closed',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'month-ahead', 'month-reported', 'month-incomplete', 'indicator-unknown'],
  })
    .input(
      id.extend({
        month: Month,
        rows: z.array(ReportedRow).max(500),
        answers: Answers.default(null),
        report: z.boolean(),
      }),
    )
    .output(MonthReply),
  drawCurves: endpoint({
    method: 'PUT',
    path: '/declarations/{id}/curves',
    summary: 'Draw how single indicators are meant to be kept over the year; null takes the suggestion again',
    access: write,
    refuses: ['not-found', 'indicator-unknown'],
  })
    .input(
      id.extend({
        curves: z
          .array(z.object({ indicator: text, curve: PlanCurve.nullable() }))
          .min(1)
          .max(200),
      }),
    )
    .output(z.array(z.object({ indicator: z.string(), curve: PlanCurve, isOwn: z.boolean() }))),
  printMonth: endpoint({
    method: 'GET',
    path: '/declarations/{id}/monitoring/{month}/print/{as}',
    summary: '监控表 as a file',
    access: read,
    refuses: ['not-found', 'deed-impossible', 'template-unknown', 'not-printed'],
  })
    .input(id.extend({ month: Month, as: z.enum(['html', 'docx', 'xlsx', 'pdf']) }))
    .output(z.file()),
  issueRectification: endpoint({
    method: 'POST',
    path: '/declarations/{id}/rectifications',
    summary: '整改通知: ask for a correction by a day',
    access: review,
    refuses: ['not-found', 'own-work'],
  })
    .input(
      id.extend({
        origin: z.enum(['monitoring', 're-evaluation']),
        month: Month.nullable().default(null),
        remedy: Remedy,
        demand: z.string().trim().min(1).max(4000),
        /** Null takes the days the place gives. */
        dueOn: z.iso.date().nullable().default(null),
      }),
    )
    .output(RectificationReply),
  answerRectification: endpoint({
    method: 'POST',
    path: '/rectifications/{id}/answers',
    summary: 'Say what was done, with files',
    access: write,
    refuses: ['not-found', 'rectification-settled'],
  })
    .input(
      z.object({
        id: RectificationId,
        answer: z.string().trim().min(1).max(4000),
        documentIds: z.array(DocumentId).max(20),
      }),
    )
    .output(RectificationReply),
  settleRectification: endpoint({
    method: 'POST',
    path: '/rectifications/{id}/decisions',
    summary: 'Accept the answer, or ask again with a new demand',
    access: review,
    refuses: ['not-found', 'rectification-settled', 'own-work', 'opinion-missing'],
  })
    .input(z.object({ id: RectificationId, accepted: z.boolean(), demand: z.string().trim().max(4000).default('') }))
    .output(RectificationReply),
  printAnswer: endpoint({
    method: 'GET',
    path: '/rectifications/{id}/answer-sheet/{as}',
    summary: '整改回复: what was asked, what was done and with which files; blank to write on before the answer',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(z.object({ id: RectificationId, as: z.enum(['html', 'docx', 'xlsx', 'pdf']) }))
    .output(z.file()),
  listRectifications: endpoint({
    method: 'GET',
    path: '/declarations/{id}/rectifications',
    summary: 'What was asked and answered, oldest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(id)
    .output(z.array(RectificationReply)),
}
