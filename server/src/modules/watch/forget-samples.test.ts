import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { makeDesk, type TestDesk } from '#testing/test-desk'
import { forgetSamples } from './forget-samples.ts'
import { listMonths, openMonths } from './sample-months.ts'
import { saveSamples, secondOf } from './save-samples.ts'
import { sumDays } from './sum-days.ts'

let desk: TestDesk

beforeEach(async () => {
  desk = await makeDesk({ at: '2026-03-05T10:00:00+08:00' })
})

const PROBE = {
  ...{ name: '心跳', service: '门户', deskService: 'application', target: { kind: 'push' } },
  ...{ everySeconds: 60, timeoutMs: 2000, retries: 0, retrySeconds: 60, parentId: null, isOn: true, secret: null },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
}
const at = (moment: string) => Temporal.Instant.from(`${moment}:00+08:00`)
const system = () => desk.world.contextOf({ kind: 'system', name: 'watch' }, desk.clock.now)

/** One answer a minute for an hour from a time on, down from minute 20 to minute 25, and nobody looked in the last ten. */
async function look(probeId: string, from: string): Promise<void> {
  const samples = Array.from({ length: 50 }, (_, minute) => {
    const isUp = minute < 20 || minute >= 25
    const found = {
      at: secondOf(at(from)) + minute * 60,
      isUp,
      holds: 60,
      tookMs: 8,
      problem: isUp ? '' : '{"code":"no-beat"}',
    }
    return { probeId, ...found, certificateUntil: null }
  })
  await inTransaction(desk.world.chenghu, (tx) => saveSamples(tx, samples))
}

const kept = () =>
  read(desk.world.chenghu, async (reader) => ({
    raw: (await reader.selectFrom('watchSample').select('at').execute()).length,
    days: await reader.selectFrom('watchDay').selectAll().where('day', '=', '2026-03-06').execute(),
    stretches: await reader.selectFrom('watchStretch').selectAll().orderBy('fromAt').execute(),
  }))

const months = async () => (await read(desk.world.chenghu, listMonths)).map(({ month }) => month)

test('answers go by the month, two years on and once their days are added up; what the days say stays as it was', async () => {
  const { id } = (await desk.engineer.ask('POST', '/watch/probes', { body: PROBE })).body
  await look(id, '2026-03-06T10:00')
  await look(id, '2026-04-09T10:00')
  await openMonths(system())
  expect((await kept()).raw).toBe(100)
  expect((await months()).filter((month) => month < '2026-07')).toEqual([
    ...['2026-03', '2026-04', '2026-05', '2026-06'],
  ])
  desk.clock.now = at('2028-03-30T12:00')
  await forgetSamples(system())
  expect((await kept()).raw).toBe(100)
  desk.clock.now = at('2028-04-02T12:00')
  // Nobody added the days up: their answers stay however old they are.
  await forgetSamples(system())
  expect((await kept()).raw).toBe(100)
  await sumDays(system())
  const before = await kept()
  expect(before.days).toMatchObject([{ agreed: 50_400, observed: 3000, up: 2700, answers: 45 }])
  await forgetSamples(system())
  const after = await kept()
  expect(after).toEqual({ ...before, raw: 50 })
  expect((await months())[0]).toBe('2026-04')
  // A change that was not carried out opens the days again: they come out the same without their answers.
  await inTransaction(desk.world.chenghu, async (tx) => {
    await tx
      .updateTable('watchSummed')
      .set({ settledTo: at('2026-03-06T00:00') })
      .execute()
  })
  await sumDays(system())
  expect(await kept()).toEqual(after)
})

test('an answer that finds no month open is kept all the same, and lies in its own once the night has passed', async () => {
  const { id } = (await desk.engineer.ask('POST', '/watch/probes', { body: PROBE })).body
  await look(id, '2026-03-06T10:00')
  const rest = async () => {
    const { rows } = await desk.world.pool.query('select count(*)::int as count from tenant_chenghu.watch_sample_rest')
    return rows[0].count
  }
  expect([await rest(), (await kept()).raw]).toEqual([50, 50])
  await openMonths(system())
  expect([await rest(), (await kept()).raw]).toEqual([0, 50])
  await openMonths(system())
  expect((await kept()).raw).toBe(50)
})

test('the role of a district makes and drops months of its own answers, and no other table', async () => {
  const make = (text: string) =>
    inTransaction(desk.world.chenghu, async (tx) => {
      await sql.raw(text).execute(tx)
    })
  await expect(make('create table watch_sample_2031_01 ()')).rejects.toMatchObject({ code: '42501' })
  await expect(make('drop table watch_day')).rejects.toMatchObject({ code: '42501' })
  await expect(make("select tenant_linxi.watch_open_month(date '2031-01-01')")).rejects.toMatchObject({ code: '42501' })
  await make("select watch_open_month(date '2031-01-01')")
  expect(await months()).toContain('2031-01')
})
