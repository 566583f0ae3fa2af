import { PointId, VisitId } from '@shiji/contract/upkeep-rounds'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'

export type VisitRow = {
  readonly id: string
  readonly occurrenceId: string
  readonly pointId: string
  readonly at: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly enteredBy: string
  readonly isLateEntry: boolean
  readonly device: string | null
  readonly aheadSeconds: number
  readonly proof: 'scan' | 'number' | 'none'
  readonly skipReason: string
  readonly readings: string
  readonly photos: string[]
  readonly note: string
}

export type FaultRow = {
  readonly id: string
  readonly visitId: string
  readonly what: string
  readonly foundAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant
}

export async function saveVisits(tx: Tx, visits: readonly VisitRow[], faults: readonly FaultRow[]): Promise<void> {
  if (visits.length > 0) await tx.insertInto('upkeepVisit').values(visits).execute()
  if (faults.length > 0) await tx.insertInto('upkeepFault').values(faults).execute()
}

const Readings = z.array(z.object({ name: z.string(), value: z.string() }))

/** In the order they happened. */
export async function listVisits(reader: Reader, occurrenceId: string) {
  const rows = await reader
    .selectFrom('upkeepVisit as visit')
    .innerJoin('directoryPerson as person', 'person.id', 'visit.enteredBy')
    .selectAll('visit')
    .select('person.name as who')
    .select(
      sql<
        string[]
      >`array(select fault.what from upkeep_fault fault where fault.visit_id = visit.id order by fault.id)`.as(
        'faults',
      ),
    )
    .where('visit.occurrenceId', '=', occurrenceId)
    .orderBy('visit.at')
    .orderBy('visit.id')
    .execute()
  return rows.map(({ at, proof, readings, enteredAt, ...row }) => ({
    id: VisitId.parse(row.id),
    pointId: PointId.parse(row.pointId),
    happenedAt: at.toString(),
    proof: proof as VisitRow['proof'],
    skipReason: row.skipReason,
    readings: Readings.parse(readings),
    photos: row.photos,
    note: row.note,
    enteredAt: enteredAt.toString(),
    who: row.who,
    isLateEntry: row.isLateEntry,
    aheadSeconds: row.aheadSeconds,
    faults: row.faults,
  }))
}
