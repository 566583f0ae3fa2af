import type { Signal } from '@shiji/kernel/watch/signals/read-signals'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

type Heard = { readonly sourceId: string; readonly now: Temporal.Instant; readonly newId: () => string }

/** Keeps what fires once; told again it is counted. The clock of the other side may be ahead: nothing begins later than it is heard. */
export async function saveFiring(tx: Tx, { sourceId, now, newId }: Heard, signals: readonly Signal[]): Promise<void> {
  const rows = signals.map(({ fingerprint, about, title, severity, beganAt, quietMinutes }) => {
    const isLater = beganAt === null || Temporal.Instant.compare(beganAt, now) > 0
    return { ...{ id: newId(), fingerprint, about, title, severity, quietMinutes }, beganAt: isLater ? now : beganAt }
  })
  await sql`insert into watch_signal as kept (id, source_id, fingerprint, about, title, severity, began_at, heard_at, times,
      quiet_minutes)
    select id, ${sourceId}, fingerprint, about, title, severity, "beganAt", ${now}, 1, "quietMinutes"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as heard(id uuid, fingerprint text, about text, title text,
      severity text, "beganAt" timestamptz, "quietMinutes" integer)
    on conflict (source_id, fingerprint) where over_at is null do update
      set times = kept.times + 1, heard_at = excluded.heard_at, title = excluded.title, severity = excluded.severity`.execute(
    tx,
  )
}

/** Longer than a message may be old: after it a repetition is refused by its time. */
const REMEMBERED_MINUTES = 60

/** False for a message this source has told already. */
export async function isToldFirst(tx: Tx, { sourceId, now }: Heard, message: string): Promise<boolean> {
  await tx
    .deleteFrom('watchSignalTold')
    .where('sourceId', '=', sourceId)
    .where('heardAt', '<', now.subtract({ minutes: REMEMBERED_MINUTES }))
    .execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('watchSignalTold')
    .values({ sourceId, message, heardAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Answers how many were not over before. */
export async function endSignals(tx: Tx, { sourceId, now }: Heard, fingerprints: readonly string[]): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('watchSignal')
    .set({ overAt: now })
    .where('sourceId', '=', sourceId)
    .where('fingerprint', '=', sql<string>`any(${[...fingerprints]}::text[])`)
    .where('overAt', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** How many of these are told already and not over. */
export async function countOpen(reader: Reader, sourceId: string, fingerprints: readonly string[]): Promise<number> {
  const { count } = await reader
    .selectFrom('watchSignal')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('sourceId', '=', sourceId)
    .where('fingerprint', '=', sql<string>`any(${[...fingerprints]}::text[])`)
    .where('overAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Ends what a device has not told for as long as it would. */
export async function endSilent(tx: Tx, sourceId: string, now: Temporal.Instant): Promise<void> {
  await sql`update watch_signal set over_at = ${now}
    where source_id = ${sourceId} and over_at is null and heard_at < ${now}::timestamptz - quiet_minutes * interval '1 minute'`.execute(
    tx,
  )
}

/** Those that said something no alarm holds yet, or whose alarms are not over. */
export async function listStirred(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('watchSource as source')
    .select('source.id')
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('watchSignal').select('id').whereRef('sourceId', '=', 'source.id').where('alarmId', 'is', null),
        ),
        exists(
          selectFrom('watchAlarm').select('id').whereRef('sourceId', '=', 'source.id').where('overAt', 'is', null),
        ),
      ]),
    )
    .orderBy('source.id')
    .execute()
  return rows.map(({ id }) => id)
}

export function lockSource(tx: Tx, id: string) {
  return tx.selectFrom('watchSource').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
}

export type FreshSignal = Awaited<ReturnType<typeof listFresh>>[number]

/** What no alarm holds yet, heard of late; what lay in an approved window to its end is left out for good. */
export function listFresh(tx: Tx, sourceId: string, since: Temporal.Instant) {
  return tx
    .selectFrom('watchSignal')
    .select(['id', 'about', 'title', 'beganAt', 'heardAt', 'overAt'])
    .where('sourceId', '=', sourceId)
    .where('alarmId', 'is', null)
    .where('heardAt', '>=', since)
    .orderBy('beganAt')
    .orderBy('id')
    .execute()
}

export function listOpenOf(tx: Tx, sourceId: string) {
  return tx
    .selectFrom('watchAlarm')
    .select(['id', 'service', 'ticketId', 'raisedAt'])
    .where('sourceId', '=', sourceId)
    .where('overAt', 'is', null)
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .execute()
}

export async function linkSignals(tx: Tx, links: readonly { readonly id: string; readonly alarmId: string }[]) {
  await sql`update watch_signal set alarm_id = link."alarmId"
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(id uuid, "alarmId" uuid)
    where watch_signal.id = link.id`.execute(tx)
}

/** Ends the alarms of a source all of whose signals are over; answers which. */
export async function endQuiet(tx: Tx, sourceId: string, now: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update watch_alarm set over_at = ${now}
    where source_id = ${sourceId} and over_at is null
      and not exists (select from watch_signal where alarm_id = watch_alarm.id and watch_signal.over_at is null)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}
