import { readSeries } from '@shiji/server/modules/evidence/read-series'
import { rollYear } from '@shiji/server/modules/evidence/roll-year'
import { listSeries } from '@shiji/server/modules/evidence/series-store'
import { readBoard } from '@shiji/server/modules/performance/proof/read-board'
import type { PersonContext } from '@shiji/server/platform/context'
import { read } from '@shiji/server/platform/database/transaction'
import { type TrialWorld, withTrialWorld } from '@shiji/trials/trial-world'
import { type Figure, figure, median, medianMs, percentile, timesOf } from '../measure.ts'
import { contextOf } from './person-context.ts'
import { SEALED_ROWS, sealSmall } from './seal-small.ts'
import { MEASURES, ROWS, type Seeded, seedReadings } from './seed-readings.ts'

const YEAR = 2026
const PERIOD = { from: `${YEAR}-01-01`, until: `${YEAR}-12-31` }
const NOW = Temporal.Instant.from('2026-12-31T15:00:00Z')
const ROUNDS = 60
const USUAL_TICKETS = 1_000_000

/** Readings over `--tickets=1000000` or fewer, a board of four declarations, and a seal of a small office. */
export function measure(words: readonly string[]): Promise<Figure[]> {
  const tickets = Number(words.find((word) => word.startsWith('--tickets='))?.split('=')[1] ?? USUAL_TICKETS)
  if (!Number.isInteger(tickets) || tickets < 1) throw new Error('--tickets= takes a whole number')
  return withTrialWorld(async (world) => {
    const seeded = await seedReadings(world.pool, world.chenghu.schema, tickets)
    return measureOn(world, seeded, tickets)
  })
}

async function measureOn(world: TrialWorld, seeded: Seeded, tickets: number): Promise<Figure[]> {
  const context = contextOf(world, { ...seeded, now: NOW })
  const rolled = await rollOneOfEach(world, context)
  const oneReading = await medianMs(() => readOne(context, rolled), { warmUp: 10, rounds: 100 })
  const ratio = await compareRaw(context, seeded)
  const board = await timesOf(() => readBoard(context, { year: YEAR }), { warmUp: 10, rounds: ROUNDS })
  const shown = (await readBoard(context, { year: YEAR })).declarations.flatMap(({ rows }) => rows)
  if (shown.length !== ROWS || shown.some(({ reading }) => reading === null)) throw new Error('the board is not whole')
  const sealed = await sealSmall(world, context, { unitId: seeded.smallId, now: NOW })
  return [
    figure(`a reading from rollups, ${tickets} tickets`, { value: oneReading, unit: 'ms' }, { atMost: 5 }),
    figure('a reading from raw records ÷ its hand-written SQL', { value: ratio, unit: '×' }, { atMost: 1.3 }),
    figure(`a board of ${ROWS} rows, p95`, { value: percentile(board, 0.95), unit: 'ms' }, { atMost: 150 }),
    figure(`  the same, p50`, { value: median(board), unit: 'ms' }, { atMost: 150 }),
    figure(
      `sealing and packing ${SEALED_ROWS} rows, ${sealed.records} records`,
      { value: sealed.packS, unit: 's' },
      { atMost: 10 },
    ),
    figure(`verifying its ${sealed.megabytes} MB`, { value: sealed.verifyS, unit: 's' }, { atMost: 5 }),
  ]
}

/** The series over all projects is rolled from the records; the others, of projects of their own, take its days and weeks. */
async function rollOneOfEach({ pool, chenghu: { schema } }: TrialWorld, context: PersonContext): Promise<string> {
  let rolled = ''
  await rollYear(context, { unitId: context.actor.unitId, projectId: null, year: YEAR })
  for (const measure of MEASURES) {
    const { rows } = await pool.query(
      `select id from ${schema}.evidence_series where measure = $1 and project_id is null`,
      [measure],
    )
    rolled = rows[0].id
    for (const sums of ['evidence_day', 'evidence_week']) {
      await pool.query(
        `insert into ${schema}.${sums} select (jsonb_populate_record(one, jsonb_build_object('series_id', other.id))).*
           from ${schema}.${sums} one, ${schema}.evidence_series other
          where one.series_id = $1 and other.measure = $2 and other.id <> $1`,
        [rolled, measure],
      )
    }
    await pool.query(
      `insert into ${schema}.evidence_rolled_year select other.id, year, query_version, rolled_at
         from ${schema}.evidence_rolled_year one, ${schema}.evidence_series other
        where one.series_id = $1 and other.measure = $2 and other.id <> $1`,
      [rolled, measure],
    )
  }
  await pool.query(`vacuum analyze ${schema}.evidence_day, ${schema}.evidence_week`)
  return rolled
}

function readOne(context: PersonContext, seriesId: string) {
  return read(context.db, async (reader) =>
    readSeries(reader, context, { series: await listSeries(reader, [seriesId]), period: PERIOD }),
  )
}

/** The same figure asked the product's way and as a person would write it, one after the other. */
async function compareRaw(context: PersonContext, { unitId }: Seeded): Promise<number> {
  const measure = context.measures.get('desk.response-time')
  if (measure === undefined) throw new Error('no such measure')
  const query = { scope: { unitId, projectId: null }, params: {}, period: PERIOD, asOf: NOW }
  const { pool, schema } = context.db
  const byHand = () =>
    pool.query(
      `select count(*)::int as counted, sum(response_seconds / 60.0), count(*) filter (where is_late), max(response_seconds / 60.0),
              min(response_seconds / 60.0), count(*) filter (where not is_late),
              case when state = 'withdrawn' then 'withdrawn' when response_state <> 'stopped' then 'running' end as why
         from ${schema}.desk_ticket_fact
        where (unit_id in (select id from ${schema}.directory_unit where ancestors @> array[$1::uuid])
            or team_id in (select id from ${schema}.directory_unit where ancestors @> array[$1::uuid]))
          and reported_at >= '2026-01-01T00:00+08' and reported_at < '2027-01-01T00:00+08'
          and known_from <= $2 and known_until > $2
        group by why`,
      [unitId, NOW.toString()],
    )
  const ask = () => read(context.db, (reader) => measure.read(reader, query))
  const [{ parts }, { rows }] = [await ask(), await byHand()]
  const [{ counted } = { counted: 0 }] = rows.filter(({ why }) => why === null)
  if (parts.counted === 0 || parts.counted !== counted) {
    throw new Error(`the product counts ${parts.counted} tickets, the statement by hand ${counted}`)
  }
  const product = await medianMs(ask)
  return product / (await medianMs(byHand))
}
