import type { Reader, Tx } from '#platform/database/transaction'

type OpenAlarm = { readonly id: string; readonly service: string }

/** Those of own probes; what another monitor raised it ends itself. */
export function lockOpenAlarms(tx: Tx, unitId: string): Promise<OpenAlarm[]> {
  return tx
    .selectFrom('watchAlarm')
    .select(['id', 'service'])
    .where('unitId', '=', unitId)
    .where('sourceId', 'is', null)
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
  /** The monitor that said so; null for own probes. */
  readonly sourceId: string | null
}

/** A statement holds 65,535 parameters at most. */
const AT_ONCE = 1000

export async function saveAlarms(tx: Tx, alarms: readonly NewAlarm[]): Promise<void> {
  for (let from = 0; from < alarms.length; from += AT_ONCE) {
    await tx
      .insertInto('watchAlarm')
      .values(alarms.slice(from, from + AT_ONCE))
      .execute()
  }
}

export async function endAlarm(tx: Tx, id: string, overAt: Temporal.Instant): Promise<void> {
  await tx.updateTable('watchAlarm').set({ overAt }).where('id', '=', id).execute()
}
