import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { Light, RectificationReply, Remedy } from './monitoring.ts'
import { FormId, ProjectId } from './performance.ts'

/** Monitoring as those see it who answer for many projects: who reported what, and what must be corrected. */

const read = { permission: 'performance.read' } as const

/** One line of the 整改台账. */
export const LedgerRow = RectificationReply.extend({
  year: z.number().int(),
  projectId: ProjectId,
  project: z.string(),
  unit: z.string(),
  /** Whose page it was asked on, when it was asked at re-evaluation. */
  selfEvaluationId: FormId.nullable(),
})

/** 未答复 · 其中逾期 · 待认可 · 已销号. */
export const RectificationStanding = z.enum(['open', 'overdue', 'answered', 'closed'])

const MonitoredProject = z.object({
  formId: FormId,
  projectId: ProjectId,
  project: z.string(),
  unitId: UnitId,
  unit: z.string(),
  /** The months written so far, January first. */
  months: z.array(z.object({ month: z.int(), state: z.enum(['draft', 'reported']), light: Light.nullable() })),
  /** What the lights so far call for. */
  remedy: Remedy.nullable(),
  /** Notices nobody answered. */
  openNotices: z.int(),
  /** 元 of the year; the rate in percent. */
  budget: z.string().nullable(),
  executed: z.string(),
  rate: z.string().nullable(),
  /** 集中监控: the day by which the gathered months must be reported while they are not; null when nothing is due. */
  dueOn: z.iso.date().nullable(),
  late: z.boolean(),
})

/** How much of a unit's project money is monitored, where the place asks for a share. */
const Coverage = z.object({
  unitId: UnitId,
  unit: z.string(),
  percent: z.string(),
  fromPercent: z.string(),
  enough: z.boolean(),
})

const LedgerQuery = z.object({
  year: FormYear.optional(),
  unitId: UnitId.optional(),
  standing: RectificationStanding.optional(),
})

export const MonitoringReply = z.object({
  year: z.int(),
  projects: z.array(MonitoredProject),
  coverage: z.array(Coverage),
  /** More than one page reads. */
  more: z.boolean(),
})

export const oversight = {
  readMonitoring: endpoint({
    method: 'GET',
    path: '/performance/monitoring',
    summary: '双监控 over all projects of a year: who reported which month, with which light, and who still has to',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ year: FormYear, unitId: UnitId.optional() }))
    .output(MonitoringReply),
  takeRectificationLedger: endpoint({
    method: 'GET',
    path: '/performance/rectifications/workbook',
    summary: '整改台账 as a workbook',
    access: read,
    refuses: ['not-found'],
  })
    .input(LedgerQuery)
    .output(z.file()),
  listRectificationLedger: endpoint({
    method: 'GET',
    path: '/performance/rectifications',
    summary: '整改台账: every notice I may see, the most pressing first, with how many stand where',
    access: read,
    refuses: ['not-found'],
  })
    .input(LedgerQuery)
    .output(
      z.object({
        rows: z.array(LedgerRow),
        counts: z.record(RectificationStanding, z.int()),
        /** More than one page reads. */
        more: z.boolean(),
      }),
    ),
}
