import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
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

test('a change that comes while a year is summed is summed after it', async () => {
  const { world, centre, context, call, work, summed, roll } = await openPromised()
  await call()
  await workUntilIdle(work)
  const { pool, schema } = world.chenghu
  const gate = await pool.connect()
  await gate.query(`set search_path to ${schema}`)
  await gate.query('delete from evidence_rolled_year')
  // The sums of the year are made, and not committed as long as the gate is shut.
  await gate.query(`create function wait_at_gate() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(77); return new; end $$`)
  await gate.query(`create trigger wait_at_gate before insert on evidence_week
    for each row execute function wait_at_gate()`)
  await gate.query('select pg_advisory_lock(77)')
  const rolling = roll?.run(context, { unitId: centre, projectId: null, year: 2026 })
  await vi.waitFor(async () => {
    const { rows } = await gate.query(`select from pg_locks where locktype = 'advisory' and objid = 77 and not granted`)
    expect(rows).toHaveLength(1)
  })
  await call()
  const summing = workUntilIdle(work)
  await setTimeout(300)
  await gate.query('select pg_advisory_unlock(77)')
  await gate.query('reset search_path')
  gate.release()
  await Promise.all([rolling, summing])
  await workUntilIdle(work)
  expect(await summed()).toEqual([[DAY, 2]])
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
    context,
    roll,
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
