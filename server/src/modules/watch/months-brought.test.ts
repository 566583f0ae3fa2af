import type { PoolClient } from 'pg'
import { expect, test } from 'vitest'
import { listSteps, migrate } from '#platform/database/migrate'
import { inTransaction, read } from '#platform/database/transaction'
import { migrateTenant } from '#platform/tenants/create-tenant'
import { makeWorld } from '#testing/test-world'
import { reopenDays } from './day-store.ts'
import { listMonths } from './sample-months.ts'
import { saveSamples, secondOf } from './save-samples.ts'
import { sumDays } from './sum-days.ts'
import { availability, responseTime } from './watch-measures.ts'

const SCHEMA = 'tenant_brought'
const UNIT = '01900000-0000-7000-8000-0000000000a1'
const PROBE = '01900000-0000-7000-8000-0000000000a2'
/** Each an hour before and an hour after a month of the samples ends, in UTC. */
const STARTS = ['2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z', '2026-03-31T23:00:00Z'].map((text) =>
  Temporal.Instant.from(text),
)
const NOW = Temporal.Instant.from('2026-04-02T10:00:00+08:00')

const ANSWER = ['probeId', 'at', 'isUp', 'holds', 'tookMs', 'problem'] as const

/** A district as it was before answers lay by the month. */
async function makeBefore(client: PoolClient): Promise<void> {
  const before = (await listSteps('tenant')).filter(({ file }) => file < '0505')
  const only = new Set(before.map(({ file, number }) => `${file}#${number}`))
  await migrate(client, SCHEMA, { set: 'tenant', only })
  await client.query(`create role ${SCHEMA} nologin`)
  await client.query(`grant usage on schema ${SCHEMA} to ${SCHEMA}`)
  await client.query(`grant all on all tables in schema ${SCHEMA} to ${SCHEMA}`)
  await client.query(`insert into shiji_control.tenant (id, slug, name, schema_name, state, created_at)
    values ('${PROBE}', 'brought', '旧区', '${SCHEMA}', 'open', now())`)
  await enter(client, SCHEMA)
}

async function enter(client: PoolClient, schema: string): Promise<void> {
  await client.query(`insert into ${schema}.directory_unit (id, name, kind, ancestors)
    values ('${UNIT}', '中心', 'centre', '{${UNIT}}')`)
  await client.query(`insert into ${schema}.watch_probe (id, unit_id, name, service, target, sealed, every_seconds,
      timeout_ms, retries, retry_seconds, quorum, is_on, made_at, desk_service)
    values ('${PROBE}', '${UNIT}', '心跳', '门户', '{"kind":"push"}', '', 60, 2000, 0, 60,
      '{"kind":"in-a-row","failures":2,"successes":1}', true, '2026-01-01', 'application')`)
}

/** What was kept of it then: this program writes no older schema, so it writes its own and the rows are carried over. */
async function carryOver(client: PoolClient, from: string): Promise<void> {
  for (const table of ['watch_sample', 'watch_stretch', 'watch_series', 'watch_day', 'watch_summed']) {
    const { rows } = await client.query(
      `select string_agg(column_name, ', ') as names from information_schema.columns
        where table_schema = $1 and table_name = $2`,
      [SCHEMA, table],
    )
    await client.query(
      `insert into ${SCHEMA}.${table} (${rows[0].names}) select ${rows[0].names} from ${from}.${table}`,
    )
  }
}

/** One answer a minute for two hours around the end of each month, down for twenty minutes of them. */
const SAMPLES = STARTS.flatMap((start) =>
  Array.from({ length: 120 }, (_, minute) => {
    const isUp = minute < 50 || minute >= 70
    const found = { isUp, holds: 60, tookMs: 5 + minute, problem: isUp ? '' : '{"code":"no-beat"}' }
    return { probeId: PROBE, at: secondOf(start) + minute * 60, ...found, certificateUntil: null }
  }),
)

test('a district with three months of answers comes to lie by the month: every answer is there and every reading the same', async () => {
  const world = await makeWorld()
  const client = await world.pool.connect()
  await makeBefore(client)
  const db = { pool: world.pool, schema: SCHEMA }
  const ofToday = world.contextOf({ kind: 'system', name: 'watch' }, NOW)
  const system = { ...ofToday, db }
  const query = {
    ...{ scope: { unitId: UNIT, projectId: null }, period: { from: '2026-01-01', until: '2026-12-31' } },
    ...{ params: {}, asOf: NOW },
  }
  const seen = (of = db) =>
    read(of, async (reader) => ({
      answers: await reader.selectFrom('watchSample').select(ANSWER).orderBy('at').execute(),
      days: await reader.selectFrom('watchDay').selectAll().orderBy('day').execute(),
      stretches: await reader.selectFrom('watchStretch').selectAll().orderBy('fromAt').execute(),
      readings: await Promise.all([availability, responseTime].map((measure) => measure.read(reader, query))),
    }))
  await enter(client, world.chenghu.schema)
  await inTransaction(world.chenghu, (tx) => saveSamples(tx, SAMPLES))
  await sumDays(ofToday)
  const before = await seen(world.chenghu)
  await carryOver(client, world.chenghu.schema)
  expect([before.answers.length, before.readings[0]?.value]).toEqual([360, '83.333'])

  await migrateTenant(client, SCHEMA)

  expect(await seen()).toEqual(before)
  const lying = await client.query(`select tableoid::regclass::text as part, count(*)::int as answers
    from ${SCHEMA}.watch_sample group by 1 order by 1`)
  expect(lying.rows.map(({ part, answers }) => [part.replace(/^.*\./, ''), answers])).toEqual([
    ['watch_sample_2026_01', 60],
    ['watch_sample_2026_02', 120],
    ['watch_sample_2026_03', 120],
    ['watch_sample_2026_04', 60],
  ])
  expect((await read(db, listMonths)).map(({ month }) => month)).toContain('2026-03')
  // Added up anew from where they lie now, the days come out the same; an answer brought again is the one that is there.
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('watchDay').execute()
    await reopenDays(tx, STARTS[0] ?? NOW)
    await saveSamples(tx, SAMPLES)
  })
  await sumDays(system)
  expect(await seen()).toEqual(before)
  client.release()
})
