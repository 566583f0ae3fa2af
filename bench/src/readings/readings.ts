import { randomUUID } from 'node:crypto'
import { verifyPack } from '@shiji/kernel/bundle/verify-pack'
import { MODULES } from '@shiji/server/app/modules'
import { permissionsOf } from '@shiji/server/modules/directory/permissions'
import { makeSeal } from '@shiji/server/modules/evidence/pack/make-seal'
import { hashed } from '@shiji/server/modules/evidence/pack/node-hash'
import { findSeal } from '@shiji/server/modules/evidence/pack/seal-store'
import { takePack } from '@shiji/server/modules/evidence/pack/take-pack'
import { readSeries } from '@shiji/server/modules/evidence/read-series'
import { rollYear } from '@shiji/server/modules/evidence/roll-year'
import { listSeries } from '@shiji/server/modules/evidence/series-store'
import { readBoard } from '@shiji/server/modules/performance/proof/read-board'
import type { PersonContext } from '@shiji/server/platform/context'
import { read } from '@shiji/server/platform/database/transaction'
import { ZIP_TEXT } from '@shiji/server/platform/files/write-zip'
import { sealLedger } from '@shiji/server/platform/ledger/seal-ledger'
import { measuresOf } from '@shiji/server/platform/measure'
import { openTrialWorld, type TrialWorld, withTrialPostgres } from '@shiji/trials/trial-world'
import { type Figure, figure, median, medianMs } from '../measure.ts'
import { MEASURES, ROWS, type Seeded, SMALL, seedReadings, TICKETS } from './seed-readings.ts'

const YEAR = 2026
const PERIOD = { from: `${YEAR}-01-01`, until: `${YEAR}-12-31` }
const NOW = Temporal.Instant.from('2026-12-31T15:00:00Z')
const SEALED_ROWS = 43
const ROUNDS = 60

/** Readings over a million tickets, a board of four declarations, and a seal of a small office. */
export function measure(): Promise<Figure[]> {
  return withTrialPostgres(async (postgres) => {
    const world = await openTrialWorld(postgres)
    try {
      return await measureOn(world, await seedReadings(world.pool, world.chenghu.schema))
    } finally {
      await world.close()
    }
  })
}

async function measureOn(world: TrialWorld, seeded: Seeded): Promise<Figure[]> {
  const context = contextOf(world, seeded)
  const rolled = await rollOneOfEach(world, context)
  const oneReading = await medianMs(() => readOne(context, rolled), { warmUp: 10, rounds: 100 })
  const ratio = await compareRaw(context, seeded)
  const board = await times(() => readBoard(context, { year: YEAR }))
  const shown = (await readBoard(context, { year: YEAR })).declarations.flatMap(({ rows }) => rows)
  if (shown.length !== ROWS || shown.some(({ reading }) => reading === null)) throw new Error('the board is not whole')
  const sealed = await sealSmall(world, context, seeded)
  return [
    figure(`a reading from rollups, ${TICKETS} tickets`, { value: oneReading, unit: 'ms' }, { atMost: 5 }),
    figure('a reading from raw records ÷ its hand-written SQL', { value: ratio, unit: '×' }, { atMost: 1.3 }),
    figure(`a board of ${ROWS} rows, p95`, { value: p95(board), unit: 'ms' }, { atMost: 150 }),
    figure(`  the same, p50`, { value: median(board), unit: 'ms' }, { atMost: 150 }),
    figure(
      `sealing and packing ${SEALED_ROWS} rows, ${sealed.records} records`,
      { value: sealed.packS, unit: 's' },
      { atMost: 10 },
    ),
    figure(`verifying its ${sealed.megabytes} MB`, { value: sealed.verifyS, unit: 's' }, { atMost: 5 }),
  ]
}

function contextOf({ chenghu: db, files, secrets }: TrialWorld, { personId, unitId }: Seeded): PersonContext {
  return {
    ...{ db, files, secrets, now: NOW, newId: randomUUID, requestId: 'bench', language: 'zh', district: '澄湖区' },
    actor: {
      kind: 'person',
      personId,
      unitId,
      sessionId: randomUUID(),
      permissions: permissionsOf(['project-contact']),
    },
    caller: { address: '127.0.0.1', device: 'bench', session: null, setSession: () => undefined },
    listeners: [],
    measures: measuresOf(MODULES),
  }
}

/** The series over all projects is rolled from the records; the others, of projects of their own, take its days. */
async function rollOneOfEach({ pool, chenghu: { schema } }: TrialWorld, context: PersonContext): Promise<string> {
  let rolled = ''
  for (const measure of MEASURES) {
    const { rows } = await pool.query(
      `select id from ${schema}.evidence_series where measure = $1 and project_id is null`,
      [measure],
    )
    rolled = rows[0].id
    await rollYear(context, { seriesId: rolled, year: YEAR })
    await pool.query(
      `insert into ${schema}.evidence_day select (jsonb_populate_record(one, jsonb_build_object('series_id', other.id))).*
         from ${schema}.evidence_day one, ${schema}.evidence_series other
        where one.series_id = $1 and other.measure = $2 and other.id <> $1`,
      [rolled, measure],
    )
    await pool.query(
      `insert into ${schema}.evidence_rolled_year select other.id, year, query_version, rolled_at
         from ${schema}.evidence_rolled_year one, ${schema}.evidence_series other
        where one.series_id = $1 and other.measure = $2 and other.id <> $1`,
      [rolled, measure],
    )
  }
  await pool.query(`vacuum analyze ${schema}.evidence_day`)
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
      `select count(*), sum(response_seconds / 60.0), count(*) filter (where is_late), max(response_seconds / 60.0),
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
  const product = await medianMs(() => read(context.db, (reader) => measure.read(reader, query)))
  return product / (await medianMs(byHand))
}

async function sealSmall(world: TrialWorld, context: PersonContext, { smallId }: Seeded) {
  const series = {
    id: randomUUID(),
    measure: 'desk.ticket-volume',
    params: {},
    scope: { unitId: smallId, projectId: null },
  }
  const row = { target: '≤1000次', period: PERIOD, series, value: null, note: null }
  const rows = Array.from({ length: SEALED_ROWS }, (_, at) => ({ ...row, indicator: `产出-数量-${at}` }))
  const subjectId = randomUUID()
  const start = performance.now()
  const asked = { subjectId, project: '运维', unit: '信息中心', year: YEAR, rows, files: [], sealedBy: '林测' }
  const number = await makeSeal(context, asked)
  const client = await world.pool.connect()
  await sealLedger(client, world.chenghu.schema, NOW, 'standing-still').finally(() => client.release())
  const seal = await read(context.db, (reader) => findSeal(reader, { subjectId, number }))
  if (seal === undefined || seal.records !== SEALED_ROWS * SMALL) throw new Error('the seal is not whole')
  const pack = new Uint8Array(Buffer.concat(await takePack(context, seal, { masked: false })))
  const packS = (performance.now() - start) / 1_000
  const verifyS = (await medianMs(() => hashed(verifyPack(pack, ZIP_TEXT)), { warmUp: 1, rounds: 3 })) / 1_000
  return { records: seal.records, packS, verifyS, megabytes: Math.round(pack.length / 2 ** 20) }
}

async function times(run: () => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < 10; round += 1) await run()
  const found: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    await run()
    found.push(performance.now() - start)
  }
  return found
}

function p95(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length * 0.95)] ?? Number.NaN
}
