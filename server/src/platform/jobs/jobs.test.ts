import { expect, test } from 'vitest'
import { z } from 'zod'
import { makeWork } from '../../testing/test-work.ts'
import { makeWorld, type TestWorld } from '../../testing/test-world.ts'
import type { Context } from '../context.ts'
import { inTransaction, read } from '../database/transaction.ts'
import { recordInLedger } from '../ledger/record-in-ledger.ts'
import { defineModule, type Module } from '../module.ts'
import { defineJob, doJob, enqueue } from './job.ts'
import { backOffOf, doNextJob, type JobEvent, type Work } from './keep-working.ts'
import { recur } from './recurring.ts'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const tellOwners = defineJob('office.tell-owners', z.object({ about: z.string() }))

const note = (did: string) => async (context: Context, detail?: object) => {
  await inTransaction(context.db, (tx) => recordInLedger(tx, context, { did, ...detail }))
}
const office = (run: (context: Context, payload: { about: string }) => Promise<unknown>): Module =>
  defineModule({
    name: 'office',
    dependsOn: [],
    permissions: [],
    routes: [],
    jobs: [doJob(tellOwners, run)],
  })

type Desk = { readonly world: TestWorld; readonly work: Work; readonly events: JobEvent[]; at: Temporal.Instant }

async function openDesk(modules: readonly Module[]): Promise<Desk> {
  const world = await makeWorld()
  const events: JobEvent[] = []
  const work: Work = {
    ...makeWork(world, () => desk.at, modules),
    report: (event) => void events.push(event),
  }
  const desk: Desk = { world, work, events, at: NOW }
  return desk
}

const promise = (desk: Desk, about: string, rest: { runAt?: Temporal.Instant; key?: string } = {}) =>
  inTransaction(desk.work.db, (tx) => enqueue(tx, contextAt(desk), { job: tellOwners, payload: { about }, ...rest }))

function contextAt({ world, at }: Desk): Context {
  return world.contextOf({ kind: 'system', name: 'test' }, at)
}

async function workUntilIdle({ work }: Desk): Promise<void> {
  while (await doNextJob(work));
}

async function ledger({ work }: Desk, did: string): Promise<readonly unknown[]> {
  const rows = await read(work.db, (reader) =>
    reader.selectFrom('ledgerEntry').select('detail').where('did', '=', did).orderBy('id').execute(),
  )
  return rows.map(({ detail }) => detail)
}

async function countJobs({ work }: Desk): Promise<number> {
  return (await read(work.db, (reader) => reader.selectFrom('job').select('id').execute())).length
}

test('what a change promises is done after it, once', async () => {
  const desk = await openDesk([office(note('office.told'))])
  await promise(desk, '调休')
  await workUntilIdle(desk)
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.told')).toEqual([{ about: '调休' }])
  expect(await countJobs(desk)).toBe(0)
})

test('a change that is refused promises nothing', async () => {
  const desk = await openDesk([office(note('office.told'))])
  const change = inTransaction(desk.work.db, async (tx) => {
    await enqueue(tx, contextAt(desk), { job: tellOwners, payload: { about: '调休' } })
    throw new Error('refused')
  })
  await expect(change).rejects.toThrow('refused')
  expect(await countJobs(desk)).toBe(0)
})

test('work for later waits until then', async () => {
  const desk = await openDesk([office(note('office.told'))])
  await promise(desk, '调休', { runAt: NOW.add({ hours: 1 }) })
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.told')).toEqual([])
  desk.at = NOW.add({ hours: 1 })
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.told')).toHaveLength(1)
})

test('a reminder under a key takes the place of the one that waits', async () => {
  const desk = await openDesk([office(note('office.told'))])
  await promise(desk, '旧', { key: 'remind' })
  await promise(desk, '新', { key: 'remind' })
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.told')).toEqual([{ about: '新' }])
})

test('a job that fails half-way does its first half once, and is tried again later each time', async () => {
  let broken = true
  const desk = await openDesk([
    office(async (context) => {
      await note('office.first-half')(context)
      if (broken) throw new Error('the mail server is away')
      await note('office.second-half')(context)
    }),
  ])
  await promise(desk, '调休')
  await workUntilIdle(desk)
  expect(desk.events).toMatchObject([{ kind: 'retried', name: 'office.tell-owners' }])
  await workUntilIdle(desk)
  expect(desk.events).toHaveLength(1)
  broken = false
  desk.at = NOW.add({ seconds: backOffOf(1) })
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.first-half')).toHaveLength(1)
  expect(await ledger(desk, 'office.second-half')).toHaveLength(1)
  expect(await countJobs(desk)).toBe(0)
})

test('after twelve attempts a job waits for a person, with its last complaint', async () => {
  const desk = await openDesk([office(() => Promise.reject(new Error('the mail server is away')))])
  await promise(desk, '调休')
  for (let attempt = 0; attempt < 15; attempt += 1) {
    await workUntilIdle(desk)
    desk.at = desk.at.add({ hours: 2 })
  }
  expect(desk.events.map(({ kind }) => kind)).toEqual([...Array(11).fill('retried'), 'failed'])
  const job = await read(desk.work.db, (reader) => reader.selectFrom('job').selectAll().executeTakeFirstOrThrow())
  expect(job).toMatchObject({ attempts: 12, lastError: 'Error: the mail server is away' })
  expect(job.failedAt).not.toBeNull()
})

test('a job of a runner that froze is taken over, and nothing is done twice when it comes back', async () => {
  const desk = await openDesk([office(note('office.told'))])
  await promise(desk, '调休')
  const thaw = Promise.withResolvers<void>()
  const { handlers } = desk.work
  const run: typeof handlers.run = async (context, job) => {
    await handlers.run(context, job)
    await thaw.promise
  }
  const frozen = doNextJob({ ...desk.work, handlers: { ...handlers, run } })
  await expect.poll(() => ledger(desk, 'office.told')).toHaveLength(1)
  await workUntilIdle(desk)
  expect(await countJobs(desk)).toBe(1)
  desk.at = NOW.add({ minutes: 1 })
  await workUntilIdle(desk)
  expect(await countJobs(desk)).toBe(0)
  thaw.resolve()
  await frozen
  expect(await ledger(desk, 'office.told')).toHaveLength(1)
})

test('nightly work is done once a night by the clock of the tenant, and once after a week without a server', async () => {
  const nightly = recur('office.tidy', { dailyAt: '02:30' }, note('office.tidied'))
  const desk = await openDesk([{ ...office(note('office.told')), recurring: [nightly] }])
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.tidied')).toHaveLength(0)
  desk.at = Temporal.Instant.from('2026-03-02T18:29:59Z')
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.tidied')).toHaveLength(0)
  desk.at = Temporal.Instant.from('2026-03-02T18:30:00Z')
  await Promise.all([workUntilIdle(desk), workUntilIdle(desk)])
  expect(await ledger(desk, 'office.tidied')).toHaveLength(1)
  desk.at = desk.at.add({ hours: 24 * 7 })
  await workUntilIdle(desk)
  expect(await ledger(desk, 'office.tidied')).toHaveLength(2)
})

test('work the records ask for is done while they ask, and no more when they are silent', async () => {
  let asking = 3
  const tidy = async (context: Context) => {
    asking -= 1
    await note('office.tidied')(context)
  }
  const untidy = recur('office.tidy', { whenever: async () => asking > 0 }, tidy)
  const desk = await openDesk([{ ...office(note('office.told')), recurring: [untidy] }])
  await workUntilIdle(desk)
  expect(asking).toBe(0)
  expect(await ledger(desk, 'office.tidied')).toHaveLength(3)
  expect(await countJobs(desk)).toBe(0)
})

test('a district cannot read the jobs of its neighbour', async () => {
  const desk = await openDesk([office(note('office.told'))])
  await promise(desk, '调休')
  const client = await desk.world.pool.connect()
  try {
    await client.query('set role tenant_linxi')
    await expect(client.query('select * from tenant_chenghu.job')).rejects.toThrow('permission denied')
    await expect(
      client.query(`insert into tenant_chenghu.job (id, name, payload, request_id, added_at, due_at)
        values (gen_random_uuid(), 'office.tell-owners', '{}', 'r', now(), now())`),
    ).rejects.toThrow('permission denied')
  } finally {
    client.release(true)
  }
})
