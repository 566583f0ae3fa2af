import { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { z } from 'zod'
import { TicketId } from './desk.ts'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { OccurrenceId } from './upkeep.ts'

/** Databases, the check-ups of their state, and what is on record of their backups. */

export const DatabaseId = z.uuid().brand<'DatabaseId'>()
export type DatabaseId = z.infer<typeof DatabaseId>
export const CheckupId = z.uuid().brand<'CheckupId'>()
export type CheckupId = z.infer<typeof CheckupId>

const instant = z.iso.datetime()
const day = z.iso.date()

export const DatabaseTarget = z.object({
  engine: z.enum(['postgres', 'mysql', 'oracle', 'sqlserver']),
  host: z.string().trim().toLowerCase().min(1).max(200),
  port: z.number().int().min(1).max(65535),
  /** Of Oracle, the name of the service. */
  database: z.string().trim().min(1).max(100),
  user: z.string().trim().min(1).max(200),
  isSecure: z.boolean(),
})
export type DatabaseTarget = z.infer<typeof DatabaseTarget>

const Database = {
  name: z.string().trim().min(1).max(60),
  /** The platform or system people know. */
  service: z.string().trim().min(1).max(60),
  target: DatabaseTarget,
}
/** Never shown again; null keeps the one that is kept. */
const Secret = z.string().max(500).nullable()

export const CheckupGrade = z.enum(['serious', 'notable', 'hint'])
const Counts = z.object({ serious: z.number().int(), notable: z.number().int(), hint: z.number().int() })

const CheckupLine = z.object({
  id: CheckupId,
  at: instant,
  by: z.string(),
  version: z.string(),
  counts: Counts,
  sizeBytes: z.number().nullable(),
})

const DatabaseLine = z.object({
  id: DatabaseId,
  name: z.string(),
  service: z.string(),
  unit: z.string(),
  engine: z.string(),
  address: z.string(),
  last: CheckupLine.nullable(),
  backupOn: day.nullable(),
  drillOn: day.nullable(),
})

const Finding = z.object({
  rule: z.string(),
  area: z.string(),
  grade: CheckupGrade,
  name: z.string(),
  reason: z.string(),
  risk: z.string(),
  advice: z.string(),
  /** It was not there in the check before; false in the first one. */
  isNew: z.boolean(),
  /** The newest request somebody made of this kind of finding in this database. */
  ticket: z.object({ id: TicketId, number: z.string(), state: TicketState, isOpen: z.boolean() }).nullable(),
  /** The day of a work plan this kind of finding was put on last, and what became of it. */
  planned: z
    .object({
      ...{ id: OccurrenceId, day, planName: z.string(), state: OccurrenceState },
      doneAt: instant.nullable(),
    })
    .nullable(),
})

export const Checkup = z.object({
  id: CheckupId,
  databaseId: DatabaseId,
  name: z.string(),
  service: z.string(),
  unit: z.string(),
  at: instant,
  by: z.string(),
  version: z.string(),
  counts: Counts,
  findings: z.array(Finding),
  /** What the check before found and this one did not. */
  gone: z.array(Finding),
  figures: z.array(z.object({ key: z.string(), name: z.string(), value: z.number(), before: z.number().nullable() })),
  beforeAt: instant.nullable(),
  /** Sentences about what could not be looked at. */
  unasked: z.array(z.string()),
  backupOn: day.nullable(),
  drillOn: day.nullable(),
})

const see = { permission: 'watch.read' } as const
const manage = { permission: 'watch.manage' } as const
const byId = z.object({ id: DatabaseId })

export const watchDatabases = {
  listDatabases: endpoint({
    method: 'GET',
    path: '/watch/databases',
    summary: 'Databases with their last check-up',
    access: see,
    refuses: [],
  }).output(z.array(DatabaseLine)),
  openDatabase: endpoint({
    method: 'GET',
    path: '/watch/databases/{id}',
    summary: 'A database with its settings, check-ups, and what is on record of backups',
    access: see,
    refuses: ['not-found'],
  })
    .input(byId)
    .output(
      z.object({
        ...Database,
        line: DatabaseLine,
        hasSecret: z.boolean(),
        mayManage: z.boolean(),
        checkups: z.array(CheckupLine),
        records: z.array(z.object({ kind: z.enum(['backup', 'drill']), day, note: z.string(), by: z.string() })),
      }),
    ),
  addDatabase: endpoint({
    method: 'POST',
    path: '/watch/databases',
    summary: 'Add a database to look into',
    access: manage,
    refuses: ['database-name-taken'],
  })
    .input(z.object({ ...Database, secret: Secret }))
    .output(z.object({ id: DatabaseId })),
  changeDatabase: endpoint({
    method: 'PUT',
    path: '/watch/databases/{id}',
    summary: 'Change where a database is and who looks',
    access: manage,
    refuses: ['not-found', 'database-name-taken'],
  })
    .input(z.object({ id: DatabaseId, ...Database, secret: Secret }))
    .output(z.object({})),
  recordBackup: endpoint({
    method: 'POST',
    path: '/watch/databases/{id}/records',
    summary: 'Record a backup that succeeded, or a restore drill',
    access: manage,
    refuses: ['not-found', 'record-in-future'],
  })
    .input(z.object({ id: DatabaseId, kind: z.enum(['backup', 'drill']), day, note: z.string().trim().max(500) }))
    .output(z.object({})),
  checkDatabase: endpoint({
    method: 'POST',
    path: '/watch/databases/{id}/checkups',
    summary: 'Look into a database now; it is only read',
    access: manage,
    refuses: ['not-found', 'database-not-reached'],
  })
    .input(byId)
    .output(z.object({ id: CheckupId })),
  openCheckup: endpoint({
    method: 'GET',
    path: '/watch/checkups/{id}',
    summary: 'What a check-up found, and how it compares with the one before',
    access: see,
    refuses: ['not-found'],
  })
    .input(z.object({ id: CheckupId }))
    .output(Checkup),
  fileFinding: endpoint({
    method: 'POST',
    path: '/watch/checkups/{id}/tickets',
    summary: 'Make a request at the desk of what a check-up found of one kind',
    access: manage,
    refuses: ['not-found', 'finding-not-there', 'finding-has-ticket', 'service-not-offered'],
  })
    .input(z.object({ id: CheckupId, rule: z.string().min(1).max(60) }))
    .output(z.object({ id: TicketId, number: z.string() })),
  listPlannable: endpoint({
    method: 'GET',
    path: '/watch/plannable',
    summary: 'Days of work plans a finding can still be put on, the nearest first',
    access: manage,
    refuses: [],
  }).output(
    z.array(
      z.object({ id: OccurrenceId, day, planName: z.string(), unit: z.object({ id: UnitId, name: z.string() }) }),
    ),
  ),
  planFinding: endpoint({
    method: 'POST',
    path: '/watch/checkups/{id}/planned',
    summary: 'Put what a check-up found of one kind on a day of a work plan',
    access: manage,
    refuses: ['not-found', 'finding-not-there', 'finding-planned', 'day-not-plannable'],
  })
    .input(z.object({ id: CheckupId, rule: z.string().min(1).max(60), occurrenceId: OccurrenceId }))
    .output(z.object({})),
  listPlanned: endpoint({
    method: 'GET',
    path: '/watch/planned/{occurrenceId}',
    summary: 'The findings put on a day of a work plan',
    access: see,
    refuses: ['not-found'],
  })
    .input(z.object({ occurrenceId: OccurrenceId }))
    .output(
      z.array(
        z.object({
          ...{ checkupId: CheckupId, at: instant, name: z.string(), service: z.string() },
          ...{ finding: z.string(), advice: z.string() },
        }),
      ),
    ),
  findOrigin: endpoint({
    method: 'GET',
    path: '/watch/origins/{ticketId}',
    summary: 'The check-up a ticket came from; null for every other ticket',
    access: see,
    refuses: ['not-found'],
  })
    .input(z.object({ ticketId: TicketId }))
    .output(
      z.object({
        origin: z
          .object({ checkupId: CheckupId, at: instant, name: z.string(), service: z.string(), finding: z.string() })
          .nullable(),
      }),
    ),
  printCheckup: endpoint({
    method: 'GET',
    path: '/watch/checkups/{id}/print/{as}',
    summary: 'The report of a check-up as a file',
    access: see,
    refuses: ['not-found', 'not-printed'],
  })
    .input(z.object({ id: CheckupId, as: z.enum(['html', 'docx', 'pdf']) }))
    .output(z.file()),
}
