import { expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { makeDesk } from '#testing/test-desk'
import { makeWork, workUntilIdle } from '#testing/test-work'
import { MODULES } from '../../app/modules.ts'
import { evidenceModule } from './module.ts'

const VOLUME = 'desk.ticket-volume'
const DAY = '2026-03-02'
const NEXT_DAY = '2026-03-03'

test('a call that counts for a promise waits for no other one', async () => {
  const { world, centre, call, tellChange } = await openPromised()
  const [marked, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held = inTransaction(world.chenghu, async (tx) => {
    await tellChange(tx, centre)
    marked.resolve()
    await end.promise
  })
  await marked.promise
  expect(await call()).toMatchObject({ status: 200 })
  end.resolve()
  await held
})

test('calls that come while their day is summed are all counted', async () => {
  const { call, work, summed } = await openPromised()
  const calls = Array.from({ length: 16 }, () => call())
  const summing = [workUntilIdle(work), workUntilIdle(work), ...calls.map((one) => one.then(() => workUntilIdle(work)))]
  await Promise.all(summing)
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual(calls.map(() => 200))
  expect(await summed()).toEqual([[DAY, 16]])
})

test('a change whose commit comes after its day was summed is summed with the next look', async () => {
  const { world, centre, call, work, summed, tellChange } = await openPromised()
  const { body: first } = await call()
  const [marked, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const held = inTransaction(world.chenghu, async (tx) => {
    const reportedAt = Temporal.Instant.from('2026-03-03T01:00:00Z')
    await tx.updateTable('deskTicketFact').set({ reportedAt }).where('ticketId', '=', first.id).execute()
    await tellChange(tx, centre)
    marked.resolve()
    await end.promise
  })
  await marked.promise
  await call()
  await workUntilIdle(work)
  expect(await summed()).toEqual([[DAY, 2]])
  end.resolve()
  await held
  await workUntilIdle(work)
  expect(await summed()).toEqual([
    [DAY, 1],
    [NEXT_DAY, 1],
  ])
})

/** A centre with a promise that counts its tickets, summed by day from the beginning of the year. */
async function openPromised() {
  const desk = await makeDesk()
  const { world, centre, clock } = desk
  const { chenghu: db } = world
  const work = makeWork(world, () => clock.now, MODULES)
  const context = work.contextOf({ db, name: 'test', requestId: 'test', now: clock.now })
  const seriesId = world.newId()
  await db.pool.query(`insert into ${db.schema}.evidence_series values ($1, $2, '{}', $3, null)`, [
    seriesId,
    VOLUME,
    centre,
  ])
  const roll = evidenceModule.jobs?.find(({ name }) => name === 'evidence.roll-year')
  await roll?.run(context, { unitId: centre, projectId: null, year: 2026 })
  const told = { measures: [VOLUME], projectId: null, days: [DAY, NEXT_DAY] }
  return {
    ...desk,
    work,
    tellChange: (tx: Parameters<typeof tell>[0], unitId: string) =>
      tell(tx, context, MEASURE_CHANGED, { ...told, unitId }),
    summed: async () => {
      const { rows } = await db.pool.query(
        `select day::text, counted from ${db.schema}.evidence_day where series_id = $1 order by day`,
        [seriesId],
      )
      return rows.map(({ day, counted }) => [day, Number(counted)])
    },
  }
}
