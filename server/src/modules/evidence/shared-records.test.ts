import { expect, test } from 'vitest'
import { read } from '#platform/database/transaction'
import { measuresOf } from '#platform/measure'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { makeWork } from '#testing/test-work'
import { MODULES } from '../../app/modules.ts'
import { readSeries } from './read-series.ts'
import { refreshSeries } from './refresh-series.ts'
import { rollYear } from './roll-year.ts'
import { listSeriesOf } from './series-store.ts'

const YEAR = 2026
const PERIOD = { from: `${YEAR}-01-01`, until: `${YEAR}-12-31` }

/** Every measure of the district over the centre, summed by day and read, beside what its records say. */
async function openSums({ world, centre: unitId, clock }: TestDesk) {
  const { chenghu: db } = world
  const scope = { unitId, projectId: null }
  const keys = [...measuresOf(MODULES).values()].flatMap(({ key, params, spansDays }) =>
    spansDays !== true && params.safeParse({}).success ? [key] : [],
  )
  for (const key of keys) {
    const values = [world.newId(), key, unitId]
    await db.pool.query(`insert into ${db.schema}.evidence_series values ($1, $2, '{}', $3, null)`, values)
  }
  const context = () => {
    const asked = { db, name: 'test', requestId: 'test', now: clock.now }
    return makeWork(world, () => clock.now, MODULES).contextOf(asked)
  }
  return {
    roll: () => rollYear(context(), { ...scope, year: YEAR }),
    refresh: () => refreshSeries(context()),
    kept: async () => (await db.pool.query(`select from ${db.schema}.evidence_day`)).rowCount ?? 0,
    both: async () => {
      const { measures, now } = context()
      return read(db, async (reader) => {
        const series = await listSeriesOf(reader, scope)
        const summed = await readSeries(reader, context(), { series, period: PERIOD })
        const rows = series.map(async ({ id, measure }) => {
          const brute = await measures.get(measure)?.read(reader, { scope, params: {}, period: PERIOD, asOf: now })
          return [measure, summed.get(id)?.reading.parts, brute?.parts] as const
        })
        return Promise.all(rows)
      })
    },
  }
}

test('rows that share their records are summed at once, and each says what its own records say', async () => {
  const desk = await makeDesk()
  const settled = (await desk.call()).body.id
  desk.wait({ minutes: 5 })
  await desk.act(settled, { kind: 'accept' })
  await desk.act(settled, { kind: 'resolve', manner: 'remote', note: '已处理' })
  desk.wait({ hours: 24 })
  const running = (await desk.call({ what: '投影不亮', service: 'meeting' })).body.id
  const sums = await openSums(desk)

  const agree = async () => {
    for (const [key, summed, brute] of await sums.both()) expect([key, summed]).toEqual([key, brute])
  }
  await sums.roll()
  await agree()
  expect(await sums.kept()).toBeGreaterThan(10)
  desk.wait({ hours: 72 })
  await agree()
  await desk.act(running, { kind: 'accept' })
  await agree()
  await sums.refresh()
  await agree()
  await sums.roll()
  await agree()
})
