import { UnitId } from '@shiji/contract/directory'
import { DocumentId } from '@shiji/contract/documents'
import { OccurrenceId, PlanId, type PlanKind } from '@shiji/contract/upkeep'
import type { OccurrenceState } from '@shiji/kernel/upkeep/occurrence-state'
import { phaseOf } from '@shiji/kernel/upkeep/phase'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'

/** The occurrence, locked, if the actor may see it. */
export async function lockOccurrence(tx: Tx, actor: Actor, id: string) {
  const row = await tx
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .select(['one.id', 'one.state', 'one.opensAt', 'one.dueAt', 'one.closesAt', 'one.day', 'one.doneAt'])
    .select(['plan.id as planId', 'plan.kind', 'plan.unitId', 'plan.projectId', 'plan.routeId'])
    .where('one.id', '=', id)
    .where(inReach(actor, 'plan.unitId'))
    .forUpdate('one')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...row, kind: row.kind as PlanKind, state: row.state as OccurrenceState }
}

export type LockedOccurrence = NonNullable<Awaited<ReturnType<typeof lockOccurrence>>>

export type Outcome = {
  readonly state: 'done' | 'done-late'
  readonly doneAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly doneBy: string
  readonly isLateEntry: boolean
  readonly strength: 'A' | 'B' | 'C' | 'D'
  readonly device: string | null
  readonly aheadSeconds: number
  readonly note: string
  readonly attendees: string | null
  readonly documentId: string | null
}

export async function saveOutcome(tx: Tx, id: string, outcome: Outcome): Promise<void> {
  await tx.updateTable('upkeepOccurrence').set(outcome).where('id', '=', id).execute()
}

function occurrenceRows(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'plan.unitId')
    .leftJoin('directoryPerson as doer', 'doer.id', 'one.doneBy')
    .leftJoin('directoryPerson as waiver', 'waiver.id', 'one.waivedBy')
    .leftJoin('documentsDocument as document', 'document.id', 'one.documentId')
    .selectAll('one')
    .select(['plan.name as planName', 'plan.kind', 'plan.unitId', 'unit.name as unitName'])
    .select(['doer.name as doneByName', 'waiver.name as waivedByName', 'document.name as documentName'])
    .where(inReach(actor, 'plan.unitId'))
}

type Row = Awaited<ReturnType<ReturnType<typeof occurrenceRows>['execute']>>[number]

export async function findOccurrence(reader: Reader, actor: Actor, { id, now }: { id: string; now: Temporal.Instant }) {
  const row = await occurrenceRows(reader, actor).where('one.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : shown(row, now)
}

type Asked = {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly now: Temporal.Instant
  readonly kind: PlanKind | undefined
}

const SHOWN = 300

/** What touches these hours, in the order it opens. */
export async function listOpenRows(reader: Reader, actor: Actor, { from, until, now, kind }: Asked) {
  const rows = await occurrenceRows(reader, actor)
    .where('one.opensAt', '<', until)
    .where('one.closesAt', '>=', from)
    .where(sql<boolean>`(one.state <> 'withdrawn' and (one.state = 'planned' or one.opens_at >= ${from}))`)
    .$if(kind !== undefined, (some) => some.where('plan.kind', '=', kind ?? ''))
    .orderBy('one.opensAt')
    .orderBy('one.id')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => shown(row, now))
}

/** Missed before and not explained yet, the latest first. */
export async function listUnexplained(reader: Reader, actor: Actor, { until, now, kind }: Omit<Asked, 'from'>) {
  const rows = await occurrenceRows(reader, actor)
    .where('one.state', '=', 'missed')
    .where('one.cause', 'is', null)
    .where('one.opensAt', '<', until)
    .$if(kind !== undefined, (some) => some.where('plan.kind', '=', kind ?? ''))
    .orderBy('one.opensAt', 'desc')
    .orderBy('one.id')
    .limit(SHOWN)
    .execute()
  return rows.map((row) => shown(row, now))
}

const Names = z.array(z.string())

function shown(row: Row, now: Temporal.Instant) {
  return {
    id: OccurrenceId.parse(row.id),
    planId: PlanId.parse(row.planId),
    planName: row.planName,
    kind: row.kind as PlanKind,
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    day: row.day,
    lastDay: row.lastDay,
    slot: row.slot,
    opensAt: row.opensAt.toString(),
    dueAt: row.dueAt.toString(),
    closesAt: row.closesAt.toString(),
    state: row.state as OccurrenceState,
    phase: phaseOf(row, now),
    doneAt: row.doneAt?.toString() ?? null,
    enteredAt: row.enteredAt?.toString() ?? null,
    doneBy: row.doneByName,
    isLateEntry: row.isLateEntry,
    note: row.note,
    attendees: row.attendees === null ? [] : Names.parse(row.attendees),
    document: row.documentId === null ? null : { id: DocumentId.parse(row.documentId), name: row.documentName ?? '' },
    cause: row.cause,
    waived: row.waivedByName === null ? null : { by: row.waivedByName, why: row.waivedWhy ?? '' },
  }
}
