import { Frequency } from '@shiji/kernel/upkeep/frequency'
import { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { z } from 'zod'
import { DeviceTime } from './desk.ts'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { ProjectId } from './performance.ts'

/** Routine work: plans laid out as occurrences, and what became of each. */

export const PlanId = z.uuid().brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>
export const OccurrenceId = z.uuid().brand<'OccurrenceId'>()
export type OccurrenceId = z.infer<typeof OccurrenceId>
export const RouteId = z.uuid().brand<'RouteId'>()
export type RouteId = z.infer<typeof RouteId>

const instant = z.iso.datetime()
const Year = z.coerce.number().int().min(1970).max(2199)
const read = { permission: 'upkeep.read' } as const
const plan = { permission: 'upkeep.plan' } as const
const work = { permission: 'upkeep.work' } as const

/** 巡检 · 值班 · 驻场 · 例会 · 报告 · 培训 · 演练 · 工作项 · 维护升级. */
export const PlanKind = z.enum([
  'inspection',
  'duty',
  'presence',
  'meeting',
  'report',
  'training',
  'drill',
  'work',
  'upgrade',
])
export type PlanKind = z.infer<typeof PlanKind>

const Named = z.object({ id: UnitId, name: z.string() })

/** How many of a year came to what; `planned` are those still ahead or open. */
export const Tally = z.object({
  planned: z.int(),
  done: z.int(),
  doneLate: z.int(),
  missed: z.int(),
  waived: z.int(),
  withdrawn: z.int(),
})

export const PlanRow = z.object({
  id: PlanId,
  unit: Named,
  kind: PlanKind,
  name: z.string(),
  frequency: Frequency,
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  graceHours: z.int(),
  peopleNeeded: z.int(),
  tally: Tally,
})

export const Occurrence = z.object({
  id: OccurrenceId,
  planId: PlanId,
  planName: z.string(),
  kind: PlanKind,
  unit: Named,
  day: z.iso.date(),
  lastDay: z.iso.date(),
  slot: z.int(),
  opensAt: instant,
  dueAt: instant,
  closesAt: instant,
  state: OccurrenceState,
  /** What the clock says of a planned one. */
  phase: z.enum(['ahead', 'due', 'overdue']),
  doneAt: instant.nullable(),
  enteredAt: instant.nullable(),
  doneBy: z.string().nullable(),
  /** 补录: entered more than a day after it was done. */
  isLateEntry: z.boolean(),
  note: z.string(),
  attendees: z.array(z.string()),
  document: z.object({ id: DocumentId, name: z.string() }).nullable(),
  cause: z.string().nullable(),
  waived: z.object({ by: z.string(), why: z.string() }).nullable(),
})

/** A cell of the year: what became of one time. */
const YearCell = z.object({
  id: OccurrenceId,
  day: z.iso.date(),
  lastDay: z.iso.date(),
  slot: z.int(),
  state: OccurrenceState,
  isLateEntry: z.boolean(),
})

const Reason = z.string().trim().min(2).max(500)

export const upkeep = {
  listPlans: endpoint({
    method: 'GET',
    path: '/upkeep/plans',
    summary: 'Plans of a year with what became of their occurrences',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: Year, kind: PlanKind.optional() }))
    .output(z.array(PlanRow)),
  makePlan: endpoint({
    method: 'POST',
    path: '/upkeep/plans',
    summary: 'Make a plan and lay it out for a year; the same id again is the same plan',
    access: plan,
    refuses: ['not-found', 'plan-needs-route', 'plan-over', 'shifts-need-hours'],
  })
    .input(
      z.object({
        id: PlanId,
        unitId: UnitId,
        projectId: ProjectId.nullable(),
        kind: PlanKind,
        name: z.string().trim().min(1).max(100),
        routeId: RouteId.nullable(),
        from: z.iso.date(),
        until: z.iso.date().nullable(),
        frequency: Frequency,
        graceHours: z.int().min(0).max(2000),
        peopleNeeded: z.int().min(1).max(100).default(1),
      }),
    )
    .output(PlanRow),
  changePlan: endpoint({
    method: 'POST',
    path: '/upkeep/plans/{id}/terms',
    summary: 'Change how often from a day on; what was due before stands',
    access: plan,
    refuses: ['not-found', 'plan-over', 'shifts-need-hours'],
  })
    .input(z.object({ id: PlanId, from: z.iso.date(), frequency: Frequency, reason: Reason }))
    .output(PlanRow),
  readYear: endpoint({
    method: 'GET',
    path: '/upkeep/plans/{id}/years/{year}',
    summary: 'Every occurrence of a plan in a year, in order',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: PlanId, year: Year }))
    .output(z.object({ plan: PlanRow, cells: z.array(YearCell) })),
  listDue: endpoint({
    method: 'GET',
    path: '/upkeep/occurrences',
    summary: 'What is open on a day, and what was missed and has no cause yet',
    access: read,
    refuses: [],
  })
    .input(z.object({ day: z.iso.date(), kind: PlanKind.optional() }))
    .output(z.object({ open: z.array(Occurrence), unexplained: z.array(Occurrence) })),
  openOccurrence: endpoint({
    method: 'GET',
    path: '/upkeep/occurrences/{id}',
    summary: 'One occurrence and what became of it',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: OccurrenceId }))
    .output(Occurrence),
  keepOccurrence: endpoint({
    method: 'POST',
    path: '/upkeep/occurrences/{id}/done',
    summary: 'A meeting was held, a report handed in, a piece of work done; sent twice it is kept once',
    access: work,
    refuses: ['not-found', 'not-open-yet', 'occurrence-over', 'occurrence-settled'],
  })
    .input(
      z.object({
        id: OccurrenceId,
        time: DeviceTime,
        note: z.string().trim().min(1).max(2000),
        attendees: z.array(z.string().trim().min(1).max(50)).max(200).default([]),
        documentId: DocumentId.nullable(),
      }),
    )
    .output(Occurrence),
  waiveOccurrence: endpoint({
    method: 'POST',
    path: '/upkeep/occurrences/{id}/waiver',
    summary: 'Say that one need not be done, and why',
    access: plan,
    refuses: ['not-found', 'occurrence-settled'],
  })
    .input(z.object({ id: OccurrenceId, why: Reason }))
    .output(Occurrence),
  explainMiss: endpoint({
    method: 'POST',
    path: '/upkeep/occurrences/{id}/cause',
    summary: 'Say why one was missed; it stays missed',
    access: work,
    refuses: ['not-found', 'not-missed'],
  })
    .input(z.object({ id: OccurrenceId, cause: Reason }))
    .output(Occurrence),
}
