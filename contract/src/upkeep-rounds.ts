import { Check } from '@shiji/kernel/upkeep/check'
import { z } from 'zod'
import { DeviceTime } from './desk.ts'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { Occurrence, OccurrenceId, RouteId } from './upkeep.ts'

/** Rounds: routes with points, what was seen at each, and the faults found. */

export const PointId = z.uuid().brand<'PointId'>()
export type PointId = z.infer<typeof PointId>
export const VisitId = z.uuid().brand<'VisitId'>()
export const FaultId = z.uuid().brand<'FaultId'>()
export type FaultId = z.infer<typeof FaultId>

const instant = z.iso.datetime()
const read = { permission: 'upkeep.read' } as const
const work = { permission: 'upkeep.work' } as const

export const NewPoint = z.object({
  id: PointId,
  /** On its label, as letters or as a QR code. */
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(60),
  place: z.string().trim().max(100),
  checks: z.array(Check).max(30),
})

const RouteRow = z.object({
  id: RouteId,
  unit: z.object({ id: UnitId, name: z.string() }),
  name: z.string(),
  points: z.array(NewPoint),
})

const ReadingOfCheck = z.object({ name: z.string().max(60), value: z.string().trim().max(40) })

export const NewVisit = z.object({
  /** Made by the device: the same id again is the same visit. */
  id: VisitId,
  pointId: PointId,
  happenedAt: instant,
  /** How the point was proved: its label scanned, its number typed, or neither. */
  proof: z.enum(['scan', 'number', 'none']),
  /** Why nothing was looked at; empty for a visit. */
  skipReason: z.string().trim().max(200).default(''),
  readings: z.array(ReadingOfCheck).max(30),
  /** Pictures that were brought as documents before. */
  photos: z
    .array(z.object({ documentId: DocumentId, takenAt: instant }))
    .max(9)
    .default([]),
  /** What was done about it, where something was at fault. */
  note: z.string().trim().max(500).default(''),
})

export const Visit = NewVisit.extend({
  enteredAt: instant,
  who: z.string(),
  /** 补录 */
  isLateEntry: z.boolean(),
  /** By how much the clock of the device was ahead of the server's. */
  aheadSeconds: z.int(),
  faults: z.array(z.string()),
})

export const Round = z.object({ occurrence: Occurrence, route: RouteRow, visits: z.array(Visit) })

/** Rounds of the hours around now, whole, so that they can be walked without a network. */
export const RoundsNow = z.object({
  rounds: z.array(Round),
  /** How many more there are, which are not among them. */
  more: z.int(),
})

export const Fault = z.object({
  id: FaultId,
  unit: z.string(),
  point: z.string(),
  place: z.string(),
  what: z.string(),
  foundAt: instant,
  mendedAt: instant.nullable(),
  mendedBy: z.string().nullable(),
  mending: z.string(),
})

export const upkeepRounds = {
  listRoutes: endpoint({
    method: 'GET',
    path: '/upkeep/routes',
    summary: 'Routes of the own unit and below, with their points and checks',
    access: read,
    refuses: [],
  }).output(z.array(RouteRow)),
  makeRoute: endpoint({
    method: 'POST',
    path: '/upkeep/routes',
    summary: 'Make a route with its points; the same id again is the same route',
    access: { permission: 'upkeep.plan' },
    refuses: ['not-found', 'code-taken'],
  })
    .input(
      z.object({
        id: RouteId,
        unitId: UnitId,
        name: z.string().trim().min(1).max(60),
        points: z.array(NewPoint).min(1).max(200),
      }),
    )
    .output(RouteRow),
  changeRoute: endpoint({
    method: 'PUT',
    path: '/upkeep/routes/{id}',
    summary:
      'Name a route and its points anew, in this order; rounds that have opened keep the points they opened with',
    access: { permission: 'upkeep.plan' },
    refuses: ['not-found', 'code-taken'],
  })
    .input(
      z.object({
        id: RouteId,
        name: z.string().trim().min(1).max(60),
        points: z.array(NewPoint).min(1).max(200),
      }),
    )
    .output(RouteRow),
  listRounds: endpoint({
    method: 'GET',
    path: '/upkeep/rounds',
    summary: 'Rounds of today and those that open within a day, with their points, to be taken along; own unit first',
    access: work,
    refuses: [],
  }).output(RoundsNow),
  openRound: endpoint({
    method: 'GET',
    path: '/upkeep/rounds/{id}',
    summary: 'A round with its route and what was seen so far',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: OccurrenceId }))
    .output(Round),
  keepVisits: endpoint({
    method: 'POST',
    path: '/upkeep/rounds/{id}/visits',
    summary:
      'What was seen at points of a round, some or all; sent twice it is kept once, and the last point ends the round',
    access: work,
    refuses: [
      'not-found',
      'not-open-yet',
      'occurrence-over',
      'occurrence-settled',
      'point-elsewhere',
      'check-unread',
      'fault-needs-deed',
      'no-photo',
    ],
  })
    .input(
      z.object({
        id: OccurrenceId,
        /** By the clock of the device, when this was sent. */
        sentAt: DeviceTime.shape.sentAt,
        device: DeviceTime.shape.device,
        visits: z.array(NewVisit).min(1).max(200),
      }),
    )
    .output(Round),
  readVisitPhoto: endpoint({
    method: 'GET',
    path: '/upkeep/visits/{id}/photos/{documentId}',
    summary: 'A picture taken at a point, as it was taken',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: VisitId, documentId: DocumentId }))
    .output(z.file()),
  listFaults: endpoint({
    method: 'GET',
    path: '/upkeep/faults',
    summary: 'Faults found on rounds of a year, those not mended first',
    access: read,
    refuses: [],
  })
    .input(z.object({ year: z.coerce.number().int().min(1970).max(2199) }))
    .output(z.array(Fault)),
  mendFault: endpoint({
    method: 'POST',
    path: '/upkeep/faults/{id}/mending',
    summary: 'Say when and how a fault was mended',
    access: work,
    refuses: ['not-found', 'occurrence-settled'],
  })
    .input(z.object({ id: FaultId, time: DeviceTime, mending: z.string().trim().min(1).max(500) }))
    .output(z.object({})),
}
