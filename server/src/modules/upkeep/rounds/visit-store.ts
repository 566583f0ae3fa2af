import { DocumentId } from '@shiji/contract/documents'
import { PointId, VisitId } from '@shiji/contract/upkeep-rounds'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'

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
  /** SHA-256 of the pictures. */
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

export type VisitPhoto = {
  readonly visitId: string
  readonly position: number
  readonly documentId: string
  readonly takenAt: Temporal.Instant
}

export async function saveVisitPhotos(tx: Tx, photos: readonly VisitPhoto[]): Promise<void> {
  if (photos.length > 0) await tx.insertInto('upkeepVisitPhoto').values(photos).execute()
}

export async function findVisitPhoto(
  reader: Reader,
  actor: Actor,
  { id, documentId }: { id: string; documentId: string },
) {
  return reader
    .selectFrom('upkeepVisitPhoto as photo')
    .innerJoin('upkeepVisit as visit', 'visit.id', 'photo.visitId')
    .innerJoin('upkeepOccurrence as one', 'one.id', 'visit.occurrenceId')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .innerJoin('documentsDocument as document', 'document.id', 'photo.documentId')
    .select(['document.sha256', 'document.name'])
    .where('photo.visitId', '=', id)
    .where('photo.documentId', '=', documentId)
    .where(inReach(actor, 'plan.unitId'))
    .executeTakeFirst()
}

const Photos = z.array(z.object({ documentId: DocumentId, takenAt: z.string() }))
const Readings = z.array(z.object({ name: z.string(), value: z.string() }))

/** In the order they happened. */
export async function listVisits(reader: Reader, occurrenceIds: readonly string[]) {
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
    .select(
      sql<unknown>`(select coalesce(jsonb_agg(jsonb_build_object('documentId', photo.document_id, 'takenAt',
          to_char(photo.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by photo.position), '[]')
        from upkeep_visit_photo photo where photo.visit_id = visit.id)`.as('pictures'),
    )
    .where(sql<boolean>`visit.occurrence_id = any(${occurrenceIds}::uuid[])`)
    .orderBy('visit.at')
    .orderBy('visit.id')
    .execute()
  return rows.map(({ at, proof, readings, pictures, enteredAt, ...row }) => ({
    id: VisitId.parse(row.id),
    occurrenceId: row.occurrenceId,
    pointId: PointId.parse(row.pointId),
    happenedAt: at.toString(),
    proof: proof as VisitRow['proof'],
    skipReason: row.skipReason,
    readings: Readings.parse(readings),
    photos: Photos.parse(pictures),
    note: row.note,
    enteredAt: enteredAt.toString(),
    who: row.who,
    isLateEntry: row.isLateEntry,
    aheadSeconds: row.aheadSeconds,
    faults: row.faults,
  }))
}
