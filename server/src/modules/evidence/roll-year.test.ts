import { expect, test } from 'vitest'
import { makeDesk } from '#testing/test-desk'
import { makeWork } from '#testing/test-work'
import { MODULES } from '../../app/modules.ts'
import { evidenceModule } from './module.ts'

test('a year promised by an earlier server for one row is summed after the upgrade', async () => {
  const { world, centre, clock, call, wait } = await makeDesk()
  await call()
  wait({ hours: 48 })
  const { chenghu: db } = world
  const [seriesId, other] = [world.newId(), world.newId()]
  await db.pool.query(`insert into ${db.schema}.evidence_series values ($1, 'desk.response-time', '{}', $2, null)`, [
    seriesId,
    centre,
  ])
  const job = evidenceModule.jobs?.find(({ name }) => name === 'evidence.roll-year')
  const context = makeWork(world, () => clock.now, MODULES).contextOf({
    db,
    name: 'test',
    requestId: 'test',
    now: clock.now,
  })
  const rolled = async () =>
    (await db.pool.query(`select series_id from ${db.schema}.evidence_rolled_year`)).rows.map((row) => row.series_id)

  await job?.run(context, { seriesId: other, year: 2026 })
  expect(await rolled()).toEqual([])
  await job?.run(context, { seriesId, year: 2026 })
  expect(await rolled()).toEqual([seriesId])
  expect(() => job?.run(context, { year: 2026 })).toThrow()
})
