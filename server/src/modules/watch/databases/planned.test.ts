import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { makeUpkeep, type TestUpkeep } from '#testing/test-upkeep'

let upkeep: TestUpkeep
let checkupId: string

beforeEach(async () => {
  upkeep = await makeUpkeep('2026-03-02T10:00:00+08:00')
  checkupId = await findSomething()
})

/** A check-up as it is kept: two tables without a key, and no backup. */
async function findSomething(): Promise<string> {
  const [id, databaseId] = [randomUUID(), randomUUID()]
  const { now } = upkeep.clock
  const finding = (rule: string, subject: string) => ({ rule, subject, value: null, shown: {} })
  const findings = [
    finding('no-primary-key', 'notes'),
    finding('no-primary-key', 'marks'),
    finding('backup-unknown', ''),
  ]
  const target = {
    engine: 'postgres',
    host: '10.2.0.9',
    port: 5432,
    database: 'xueji',
    user: 'watcher',
    isSecure: true,
  }
  await inTransaction(upkeep.world.chenghu, async (tx) => {
    await tx
      .insertInto('watchDatabase')
      .values({
        ...{ id: databaseId, unitId: upkeep.centre, name: '学籍主库', service: '学籍', sealed: '', madeAt: now },
        target: JSON.stringify(target),
      })
      .execute()
    await tx
      .insertInto('watchCheckup')
      .values({
        ...{ id, databaseId, at: now, byPerson: upkeep.engineer.personId, tookMs: 20, engine: 'postgres' },
        ...{ version: '18.1', pack: 'x', figures: '{}', findings: JSON.stringify(findings), unasked: '[]' },
      })
      .execute()
  })
  return id
}

const MONTHLY = { kind: 'within', every: 'month' }

/** A plan of maintenance every month; the days it still has. */
async function plan(kind = 'upgrade'): Promise<{ id: string; day: string; planName: string }[]> {
  const body = { kind, name: '数据库维护', routeId: null, frequency: MONTHLY }
  expect((await upkeep.plan(body)).status).toBe(200)
  return (await upkeep.engineer.ask('GET', '/watch/plannable')).body
}

const put = (occurrenceId: string, rule = 'no-primary-key', who = upkeep.engineer) =>
  who.ask('POST', `/watch/checkups/${checkupId}/planned`, { body: { rule, occurrenceId } })
const plannedOf = async (rule: string) => {
  const { findings } = (await upkeep.engineer.ask('GET', `/watch/checkups/${checkupId}`)).body
  return findings
    .filter((one: { rule: string }) => one.rule === rule)
    .map(({ planned }: { planned: object }) => planned)
}

test('a finding put on a day of a work plan leads there and back, and shows when that day is done', async () => {
  const [march, april] = await plan()
  if (march === undefined || april === undefined) throw new Error('the plan has no days')
  expect([march.day, april.day, march.planName]).toEqual(['2026-03-01', '2026-04-01', '数据库维护'])
  expect(await plannedOf('no-primary-key')).toEqual([null, null])
  expect((await put(april.id)).status).toBe(200)
  const seen = { id: april.id, day: '2026-04-01', planName: '数据库维护', state: 'planned', doneAt: null }
  expect(await plannedOf('no-primary-key')).toEqual([seen, seen])
  expect(await plannedOf('backup-unknown')).toEqual([null])
  expect((await upkeep.engineer.ask('GET', `/watch/planned/${april.id}`)).body).toMatchObject([
    { checkupId, name: '学籍主库', service: '学籍', finding: '表没有主键' },
  ])
  expect((await put(march.id)).body).toMatchObject({ code: 'finding-planned' })

  upkeep.clock.now = Temporal.Instant.from('2026-04-03T10:00:00+08:00')
  const time = { happenedAt: upkeep.clock.now.toString(), sentAt: upkeep.clock.now.toString() }
  const done = { time, note: '已补主键', documentId: null }
  expect((await upkeep.engineer.ask('POST', `/upkeep/occurrences/${april.id}/done`, { body: done })).status).toBe(200)
  expect(await plannedOf('no-primary-key')).toMatchObject([{ state: 'done', doneAt: upkeep.clock.now.toString() }, {}])
  // It came back: what is done holds nothing up.
  const [next] = (await upkeep.engineer.ask('GET', '/watch/plannable')).body
  expect((await put(next.id)).status).toBe(200)
})

test('a finding goes on work that is not done or over, of one’s own reach; and only one that was found', async () => {
  const [march] = await plan('work')
  if (march === undefined) throw new Error('the plan has no days')
  expect((await put(march.id, 'fsync-off')).body.code).toBe('finding-not-there')
  expect((await put(randomUUID())).body.code).toBe('day-not-plannable')
  expect((await put(march.id, 'no-primary-key', upkeep.operator)).status).toBe(403)
  expect((await put(march.id, 'no-primary-key', upkeep.stranger)).status).toBe(404)
  expect((await upkeep.stranger.ask('GET', '/watch/plannable')).body).toEqual([])
  expect((await upkeep.stranger.ask('GET', `/watch/planned/${march.id}`)).status).toBe(404)
  await upkeep.manager.ask('POST', `/upkeep/occurrences/${march.id}/waiver`, { body: { why: '并入下月' } })
  expect((await put(march.id)).body.code).toBe('day-not-plannable')
})

test('rounds and meetings take no findings', async () => {
  expect(await plan('meeting')).toEqual([])
})
