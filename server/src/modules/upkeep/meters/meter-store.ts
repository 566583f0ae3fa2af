import { UnitId } from '@shiji/contract/directory'
import { ProjectId } from '@shiji/contract/performance'
import { MeterId } from '@shiji/contract/upkeep-meters'
import type { Decimal } from '@shiji/kernel/decimal'
import { CountedSubject, MeterKind } from '@shiji/kernel/upkeep/meter'
import { sql } from 'kysely'
import type { Actor } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inReach } from '../visible-plans.ts'

/** Meters of the own unit and below with how far they were read, those in use first; or one of them. */
export async function listMeterRows(reader: Reader, actor: Actor, id?: string) {
  const rows = await reader
    .selectFrom('upkeepMeter as meter')
    .innerJoin('directoryUnit as unit', 'unit.id', 'meter.unitId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('upkeepReading as one')
          .select(['one.at', 'one.value', 'one.ofAll'])
          .whereRef('one.meterId', '=', 'meter.id')
          .where('one.withdrawnAt', 'is', null)
          .orderBy('one.at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('meter')
    .select(['unit.name as unitName', 'last.at as lastAt', 'last.value as lastValue', 'last.ofAll as lastOf'])
    .select(
      sql<number>`(select count(*)::int from upkeep_reading one where one.meter_id = meter.id
        and one.withdrawn_at is null)`.as('readings'),
    )
    .select(
      sql<number>`(select count(*)::int from upkeep_reading one where one.meter_id = meter.id
        and meter.kind = 'counted' and one.source = 'typed' and one.export_id is null
        and one.withdrawn_at is null)`.as('lackingExport'),
    )
    .where(inReach(actor, 'meter.unitId'))
    .$if(id !== undefined, (some) => some.where('meter.id', '=', id ?? ''))
    .orderBy(sql`meter.ended_at is not null`)
    .orderBy('unit.name')
    .orderBy('meter.name')
    .orderBy('meter.id')
    .execute()
  return rows.map((row) => ({
    id: MeterId.parse(row.id),
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    projectId: row.projectId === null ? null : ProjectId.parse(row.projectId),
    kind: MeterKind.parse(row.kind),
    subject: row.subject === null ? null : CountedSubject.parse(row.subject),
    name: row.name,
    place: row.place,
    unitWord: row.unitWord,
    least: row.least,
    most: row.most,
    rated: row.rated,
    readings: row.readings,
    lackingExport: row.lackingExport,
    last:
      row.lastAt === null || row.lastValue === null
        ? null
        : { at: row.lastAt.toString(), value: row.lastValue, of: row.lastOf },
    endedAt: row.endedAt?.toString() ?? null,
  }))
}

/** The meter, locked so that its readings come one after another, if the actor may see it. */
export async function lockMeter(tx: Tx, actor: Actor, id: string) {
  const row = await tx
    .selectFrom('upkeepMeter')
    .select(['id', 'unitId', 'projectId', 'kind', 'subject', 'name', 'least', 'most', 'endedAt'])
    .where('id', '=', id)
    .where(inReach(actor, 'upkeepMeter.unitId'))
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, kind: MeterKind.parse(row.kind) }
}

export type NewReading = {
  readonly id: string
  readonly meterId: string
  readonly at: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly enteredBy: string
  readonly isLateEntry: boolean
  readonly device: string | null
  readonly aheadSeconds: number
  readonly source: 'typed' | 'photo' | 'file' | 'list'
  readonly value: Decimal
  readonly ofAll: Decimal | null
  readonly documentId: string | null
  readonly note: string
}
