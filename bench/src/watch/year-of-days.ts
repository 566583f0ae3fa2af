import { randomUUID } from 'node:crypto'
import { readSeries } from '@shiji/server/modules/evidence/read-series'
import { rollYear } from '@shiji/server/modules/evidence/roll-year'
import { findOrMakeSeries, listSeriesOf } from '@shiji/server/modules/evidence/series-store'
import { saveSamples, secondOf, type TakenSample } from '@shiji/server/modules/watch/save-samples'
import { availability } from '@shiji/server/modules/watch/watch-measures'
import { inTransaction, read } from '@shiji/server/platform/database/transaction'
import type { TrialWorld } from '@shiji/trials/trial-world'
import { medianMs } from '../measure.ts'
import { contextOf } from '../readings/person-context.ts'

const NOW = Temporal.Instant.from('2026-12-31T15:00:00Z')
const PERIOD = { from: '2026-01-01', until: '2026-12-31' }
const YEAR = 2026
const EVERY_SECONDS = 20
const YEAR_SECONDS = 365 * 86_400
const OFTEN = { warmUp: 5, rounds: 40 }
/** What a busy second of many probes brings at once. */
const BATCH = 5_000
/** Batches that do not count. */
const WARM_UP = 4

/** A unit with probes and their days of a year: as many as so many answers every twenty seconds make. */
export async function seedYear({ pool, chenghu: { schema } }: TrialWorld, samples: number) {
  const count = Math.max(1, Math.ceil(samples / (YEAR_SECONDS / EVERY_SECONDS)))
  const unitId = randomUUID()
  const probes = Array.from({ length: count }, () => randomUUID())
  const client = await pool.connect()
  try {
    await client.query(`begin; set local search_path to ${schema}; set local session_replication_role = 'replica'`)
    await client.query(
      `insert into directory_unit (id, parent_id, name, kind, ancestors) values ($1, null, '区', 'district', array[$1::uuid])`,
      [unitId],
    )
    await client.query(
      `insert into watch_probe (id, unit_id, name, service, desk_service, target, sealed, every_seconds, timeout_ms,
         retries, retry_seconds, quorum, is_on, made_at)
       select id, $2, '探测 ' || number, '系统 ' || number % 40, 'application', '{"kind":"push"}', '', 20, 5000, 0, 20,
         '{"kind":"in-a-row","failures":2,"successes":1}', true, $3
       from unnest($1::uuid[]) with ordinality as probe(id, number)`,
      [probes, unitId, NOW.toString()],
    )
    await client.query(
      `insert into watch_day select id, day, 86400, 86340, 86340 - (number * 7 + extract(doy from day)::int) % 600, 0,
         36000, 36000, 36000, 1, 4320, 4320 * 12, 1, $2
       from unnest($1::uuid[]) with ordinality as probe(id, number),
         generate_series('2026-01-01'::date, '2026-12-31'::date, interval '1 day') as day`,
      [probes, NOW.toString()],
    )
    await client.query('commit')
    await client.query(`vacuum analyze ${schema}.watch_day`)
  } finally {
    client.release()
  }
  return { unitId, probes }
}

type Seeded = Awaited<ReturnType<typeof seedYear>>

/** Median milliseconds of an availability row of the year, as a page reads it: from the sums evidence keeps of its series. */
export async function readRow(world: TrialWorld, { unitId }: Seeded): Promise<number> {
  const { chenghu } = world
  const context = contextOf(world, { personId: randomUUID(), unitId, now: NOW })
  const scope = { unitId, projectId: null }
  await inTransaction(chenghu, async (tx) => {
    await findOrMakeSeries(tx, { id: randomUUID(), measure: availability.key, params: {}, scope })
  })
  await rollYear(context, { ...scope, year: YEAR })
  const series = await read(chenghu, (reader) => listSeriesOf(reader, scope))
  return medianMs(() => read(chenghu, (reader) => readSeries(reader, context, { series, period: PERIOD })), OFTEN)
}

/** The same where nothing is kept: summed anew from the days of every probe. */
export function readAvailability({ chenghu }: TrialWorld, { unitId }: Seeded): Promise<number> {
  const query = { scope: { unitId, projectId: null }, period: PERIOD, params: {}, asOf: NOW }
  return medianMs(() => read(chenghu, (reader) => availability.read(reader, query)), OFTEN)
}

/** Answers kept a second, with the stretches drawn on; batches as many probes bring them. */
export async function ingest({ chenghu }: TrialWorld, { probes }: Seeded, answers: number): Promise<number> {
  const each = Math.ceil(BATCH / probes.length)
  const batches = Math.max(1, Math.floor(answers / (each * probes.length)))
  for (let batch = 0; batch < WARM_UP; batch += 1) await bring(chenghu, probes, { each, batch })
  const begun = performance.now()
  for (let batch = WARM_UP; batch < WARM_UP + batches; batch += 1) await bring(chenghu, probes, { each, batch })
  return (batches * each * probes.length * 1_000) / (performance.now() - begun)
}

type Batch = { readonly each: number; readonly batch: number }

function bring(db: TrialWorld['chenghu'], probes: readonly string[], { each, batch }: Batch): Promise<unknown> {
  const first = secondOf(NOW)
  const samples = probes.flatMap((probeId) =>
    Array.from({ length: each }, (_, index): TakenSample => {
      const place = batch * each + index
      // Now and then two in a row fail.
      const isUp = place % 500 > 1
      const found = { isUp, holds: EVERY_SECONDS, tookMs: 12, problem: isUp ? '' : '{"code":"no-beat"}' }
      return { probeId, at: first + place * EVERY_SECONDS, ...found, certificateUntil: null }
    }),
  )
  return inTransaction(db, (tx) => saveSamples(tx, samples))
}
