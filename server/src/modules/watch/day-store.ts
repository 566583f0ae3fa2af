import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { instantOf } from './save-samples.ts'

/** A probe's day as it is kept, in seconds. */
export type DayRow = {
  readonly probeId: string
  readonly day: string
  readonly agreed: number
  readonly observed: number
  readonly up: number
  readonly planned: number
  readonly peakAgreed: number
  readonly peakObserved: number
  readonly peakUp: number
  readonly outages: number
  /** Good answers, and the milliseconds they took together. */
  readonly answers: number
  readonly tookMs: string
  readonly calendarVersion: number
}

/** Units with probes that have found something. */
export async function listWatchedUnits(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('watchProbe as probe')
    .innerJoin('watchSeries as series', 'series.probeId', 'probe.id')
    .select('probe.unitId')
    .distinct()
    .execute()
  return rows.map(({ unitId }) => unitId)
}

export type WatchedProbe = Awaited<ReturnType<typeof lockWatched>>[number]

/** In the order answers are kept in, so that neither waits for the other in a circle. */
export function lockWatched(tx: Tx, unitId: string) {
  return tx
    .selectFrom('watchProbe as probe')
    .innerJoin('watchSeries as series', 'series.probeId', 'probe.id')
    .leftJoin('watchSummed as summed', 'summed.probeId', 'probe.id')
    .select(['probe.id', 'probe.unitId', 'probe.deskService', 'series.begunAt', 'series.following'])
    .select(['series.settledTo', 'summed.settledTo as summedTo'])
    .where('probe.unitId', '=', unitId)
    .orderBy('probe.id')
    .forUpdate(['probe'])
    .execute()
}

/** Good answers since a moment, by probe and day of the office: `<probe> <day>`. */
export async function countAnswers(reader: Reader, probes: readonly { id: string }[], since: number) {
  const ids = probes.map(({ id }) => id)
  const rows = await reader
    .selectFrom('watchSample')
    .select(['probeId', sql<number>`count(*)::int`.as('count'), sql<string>`sum(took_ms)::text`.as('tookMs')])
    .select(sql<string>`(at at time zone ${sql.lit(OFFICE_TIME_ZONE)})::date`.as('day'))
    .where('probeId', '=', sql<string>`any(${ids}::uuid[])`)
    .where('at', '>=', instantOf(since))
    .where('isUp', '=', true)
    .groupBy([sql`1`, sql`4`])
    .execute()
  return new Map(rows.map(({ probeId, day, count, tookMs }) => [`${probeId} ${day}`, { count, tookMs }]))
}

type Summed = {
  readonly rows: readonly DayRow[]
  readonly summed: readonly { readonly probeId: string; readonly settledTo: Temporal.Instant }[]
  readonly knownAt: Temporal.Instant
}

/**
 * Puts the days in place of what was kept of them, and answers those that are not what they were. Answers never become
 * fewer: where single ones were forgotten, how many there were stays.
 */
export async function saveDays(tx: Tx, { rows, summed, knownAt }: Summed): Promise<string[]> {
  const changed = await sql<{ day: string }>`insert into watch_day as kept
    select "probeId", day, agreed, observed, up, planned, "peakAgreed", "peakObserved", "peakUp", outages, answers,
      "tookMs", "calendarVersion", ${knownAt}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fresh("probeId" uuid, day date, agreed integer,
      observed integer, up integer, planned integer, "peakAgreed" integer, "peakObserved" integer, "peakUp" integer,
      outages integer, answers integer, "tookMs" bigint, "calendarVersion" integer)
    on conflict (probe_id, day) do update set agreed = excluded.agreed, observed = excluded.observed, up = excluded.up,
      planned = excluded.planned, peak_agreed = excluded.peak_agreed, peak_observed = excluded.peak_observed,
      peak_up = excluded.peak_up, outages = excluded.outages, answers = greatest(kept.answers, excluded.answers),
      took_ms = case when excluded.answers >= kept.answers then excluded.took_ms else kept.took_ms end,
      calendar_version = excluded.calendar_version, known_at = excluded.known_at
    where (kept.agreed, kept.observed, kept.up, kept.planned, kept.peak_agreed, kept.peak_observed, kept.peak_up,
        kept.outages, kept.answers, kept.took_ms)
      is distinct from (excluded.agreed, excluded.observed, excluded.up, excluded.planned, excluded.peak_agreed,
        excluded.peak_observed, excluded.peak_up, excluded.outages, greatest(kept.answers, excluded.answers),
        case when excluded.answers >= kept.answers then excluded.took_ms else kept.took_ms end)
    returning day`.execute(tx)
  await tx
    .insertInto('watchSummed')
    .values([...summed])
    .onConflict((conflict) =>
      conflict.column('probeId').doUpdateSet(({ ref }) => ({ settledTo: ref('excluded.settledTo') })),
    )
    .execute()
  return [...new Set(changed.rows.map(({ day }) => day))].toSorted()
}

/** Days from this moment on are added up again. */
export async function reopenDays(tx: Tx, from: Temporal.Instant): Promise<void> {
  await tx.updateTable('watchSummed').set({ settledTo: from }).where('settledTo', '>', from).execute()
}

/** The same for some probes, each from its own second on. */
export async function reopenDaysOf(tx: Tx, probes: readonly { readonly probeId: string; readonly from: number }[]) {
  await sql`update watch_summed set settled_to = to_timestamp(fresh."from")
    from jsonb_to_recordset(${JSON.stringify(probes)}::jsonb) as fresh("probeId" uuid, "from" bigint)
    where probe_id = fresh."probeId" and settled_to > to_timestamp(fresh."from")`.execute(tx)
}
