import { HERE } from '@shiji/contract/watch-places'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import type { TakenSample } from './save-samples.ts'

/**
 * Keeps answers as they came. Those later than any of their probe cannot be there yet, and looking for each of them
 * again would cost a third of all there is to do; only what may have been brought before is looked for. The probes are
 * locked by whoever calls, so nobody else brings any meanwhile.
 */
export async function saveRaw(tx: Tx, samples: readonly TakenSample[], vantageId: string = HERE): Promise<void> {
  const [first] = samples
  if (first === undefined) return
  const newest = await newestOf(tx, samples, vantageId)
  const { fresh = [], perhaps = [] } = Object.groupBy(samples, ({ probeId, at }) => {
    const isFresh = at > (newest.get(probeId) ?? Number.NEGATIVE_INFINITY)
    if (isFresh) newest.set(probeId, at)
    return isFresh ? 'fresh' : 'perhaps'
  })
  if (fresh.length > 0) await insertRaw(fresh, vantageId).execute(tx)
  if (perhaps.length > 0) await sql`${insertRaw(perhaps, vantageId)} on conflict do nothing`.execute(tx)
}

/** The newest answer of each probe that is not older than the oldest of these, in seconds. */
async function newestOf(reader: Reader, samples: readonly TakenSample[], vantageId: string) {
  const oldest = samples.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  const ids = [...new Set(samples.map(({ probeId }) => probeId))]
  const rows = await reader
    .selectFrom('watchSample')
    .select(['probeId', sql<number>`extract(epoch from max(at))::double precision`.as('at')])
    .where('probeId', '=', sql<string>`any(${ids}::uuid[])`)
    .where('vantageId', '=', vantageId)
    .where('at', '>=', Temporal.Instant.fromEpochMilliseconds(oldest * 1000))
    .groupBy('probeId')
    .execute()
  return new Map(rows.map(({ probeId, at }) => [probeId, at]))
}

/** As columns: the database reads a list for each faster than an object for each answer. */
function insertRaw(samples: readonly TakenSample[], vantageId: string) {
  return sql`insert into watch_sample (probe_id, at, is_up, holds, took_ms, problem, vantage_id)
    select probe_id, to_timestamp(at), is_up, holds, took_ms, problem, ${vantageId}::uuid
    from unnest(${samples.map(({ probeId }) => probeId)}::uuid[], ${samples.map(({ at }) => at)}::bigint[],
      ${samples.map(({ isUp }) => isUp)}::boolean[], ${samples.map(({ holds }) => holds)}::integer[],
      ${samples.map(({ tookMs }) => tookMs)}::integer[], ${samples.map(({ problem }) => problem)}::text[])
      as sample(probe_id, at, is_up, holds, took_ms, problem)`
}
