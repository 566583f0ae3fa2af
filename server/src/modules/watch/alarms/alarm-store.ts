import type { Reader, Tx } from '#platform/database/transaction'

export type OpenAlarm = { readonly id: string; readonly service: string }

export function lockOpenAlarms(tx: Tx, unitId: string): Promise<OpenAlarm[]> {
  return tx
    .selectFrom('watchAlarm')
    .select(['id', 'service'])
    .where('unitId', '=', unitId)
    .where('overAt', 'is', null)
    .forUpdate()
    .execute()
}

/** Probes at work, and where the series of each stands. */
export function listLooked(reader: Reader, unitId: string) {
  return reader
    .selectFrom('watchProbe as probe')
    .innerJoin('watchSeries as series', 'series.probeId', 'probe.id')
    .select(['probe.id', 'probe.unitId', 'probe.name', 'probe.service', 'probe.deskService', 'series.following'])
    .select(['series.problem', 'series.stretchFrom', 'series.stretchState'])
    .where('probe.unitId', '=', unitId)
    .where('probe.isOn', '=', true)
    .orderBy('probe.id')
    .execute()
}

type NewAlarm = {
  readonly id: string
  readonly unitId: string
  readonly service: string
  readonly beganAt: Temporal.Instant
  readonly raisedAt: Temporal.Instant
  readonly ticketId: string
}

export async function saveAlarms(tx: Tx, alarms: readonly NewAlarm[]): Promise<void> {
  await tx
    .insertInto('watchAlarm')
    .values([...alarms])
    .execute()
}

export async function endAlarm(tx: Tx, id: string, overAt: Temporal.Instant): Promise<void> {
  await tx.updateTable('watchAlarm').set({ overAt }).where('id', '=', id).execute()
}
