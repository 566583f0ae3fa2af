import { NonNegativeDecimal } from '@shiji/kernel/decimal-schema'
import { CountedSubject, MeterKind } from '@shiji/kernel/upkeep/meter'
import { z } from 'zod'
import { DeviceTime } from './desk.ts'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { ListCounts, ListVerdict, LookedAt, listEndpoints } from './lists.ts'
import { ProjectId } from './performance.ts'

/** 抄表和测速: what meters, lines and systems show, reading by reading. */

export const MeterId = z.uuid().brand<'MeterId'>()
export type MeterId = z.infer<typeof MeterId>
export const ReadingId = z.uuid().brand<'ReadingId'>()
export type ReadingId = z.infer<typeof ReadingId>

const instant = z.iso.datetime()
const read = { permission: 'upkeep.read' } as const
const work = { permission: 'upkeep.work' } as const
const plan = { permission: 'upkeep.plan' } as const

const NewMeter = z.object({
  id: MeterId,
  unitId: UnitId,
  projectId: ProjectId.nullable(),
  kind: MeterKind,
  /** What counts are of; null for everything else. */
  subject: CountedSubject.nullable(),
  name: z.string().trim().min(1).max(60),
  place: z.string().trim().max(100),
  unitWord: z.string().trim().max(20),
  /** Limits, both included; of a meter that counts up, those of one month. */
  least: NonNegativeDecimal.nullable(),
  most: NonNegativeDecimal.nullable(),
  /** What the device should reach; for performance only. */
  rated: NonNegativeDecimal.nullable(),
})

const MeterRow = NewMeter.omit({ unitId: true }).extend({
  unit: z.object({ id: UnitId, name: z.string() }),
  readings: z.int(),
  /** Typed counts without the export of their system. */
  lackingExport: z.int(),
  last: z.object({ at: instant, value: NonNegativeDecimal, of: NonNegativeDecimal.nullable() }).nullable(),
  endedAt: instant.nullable(),
})

export const Reading = z.object({
  id: ReadingId,
  at: instant,
  enteredAt: instant,
  who: z.string(),
  /** 补录 */
  isLateEntry: z.boolean(),
  aheadSeconds: z.int(),
  source: z.enum(['typed', 'photo', 'file', 'list']),
  value: NonNegativeDecimal,
  of: NonNegativeDecimal.nullable(),
  isOutside: z.boolean(),
  document: z.object({ id: DocumentId, name: z.string() }).nullable(),
  note: z.string(),
  /** A typed count whose system has not been asked for its export yet; a statement until it is brought. */
  lacksExport: z.boolean(),
  /** When the export of a typed count was brought; null when it came with the count, or never. */
  exportAt: instant.nullable(),
  withdrawn: z.object({ at: instant, by: z.string(), because: z.string() }).nullable(),
})

export const upkeepMeters = {
  listMeters: endpoint({
    method: 'GET',
    path: '/upkeep/meters',
    summary: 'Meters, lines and counts of the own unit and below, those in use first',
    access: read,
    refuses: [],
  }).output(z.array(MeterRow)),
  addMeter: endpoint({
    method: 'POST',
    path: '/upkeep/meters',
    summary: 'Begin a register of readings; the same id again is the same meter',
    access: plan,
    refuses: ['not-found', 'meter-named', 'meter-incomplete'],
  })
    .input(NewMeter)
    .output(MeterRow),
  endMeter: endpoint({
    method: 'POST',
    path: '/upkeep/meters/{id}/end',
    summary: 'Take a meter out of use; its readings stay',
    access: plan,
    refuses: ['not-found'],
  })
    .input(z.object({ id: MeterId }))
    .output(MeterRow),
  openMeter: endpoint({
    method: 'GET',
    path: '/upkeep/meters/{id}',
    summary: 'A meter with its readings of a year, the newest first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: MeterId, year: z.coerce.number().int().min(1970).max(2199) }))
    .output(z.object({ meter: MeterRow, readings: z.array(Reading) })),
  takeReading: endpoint({
    method: 'POST',
    path: '/upkeep/meters/{id}/readings',
    summary: 'Read a meter, with a photo or the exported file where there is one; sent twice it is kept once',
    access: work,
    refuses: ['not-found', 'meter-ended', 'reading-wrong', 'reading-there', 'fault-needs-deed'],
  })
    .input(
      z.object({
        id: MeterId,
        readingId: ReadingId,
        time: DeviceTime,
        value: NonNegativeDecimal,
        of: NonNegativeDecimal.nullable().default(null),
        documentId: DocumentId.nullable().default(null),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(Reading),
  bringExport: endpoint({
    method: 'POST',
    path: '/upkeep/readings/{id}/export',
    summary: 'Bring the export of a count that was typed without it',
    access: work,
    refuses: ['not-found', 'export-not-lacking'],
  })
    .input(z.object({ id: ReadingId, documentId: DocumentId }))
    .output(Reading),
  withdrawReading: endpoint({
    method: 'POST',
    path: '/upkeep/readings/{id}/withdrawal',
    summary: 'Take a wrong reading back, and say why; it stays to be seen',
    access: work,
    refuses: ['not-found', 'occurrence-settled'],
  })
    .input(z.object({ id: ReadingId, because: z.string().trim().min(2).max(500) }))
    .output(Reading),
}

const readingImports = listEndpoints({ path: '/upkeep/reading-lists', of: 'readings', access: work })

export const readingLists = {
  readReadingTemplate: readingImports.template,
  readReadingList: readingImports.reading.output(ListCounts.extend(ListVerdict.shape)),
  markReadingList: readingImports.marked,
  takeReadingList: readingImports.taking.input(LookedAt).output(ListCounts),
}
