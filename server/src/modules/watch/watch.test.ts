import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { followSamples, mergeStretches, NEW_WATCH } from '@shiji/kernel/watch/follow-samples'
import fc from 'fast-check'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { inTransaction, read } from '#platform/database/transaction'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { keepWatching } from './keep-watching.ts'
import { saveSamples, secondOf, stateOf, type TakenSample } from './save-samples.ts'
import { openSpool } from './spool.ts'

let world: TestWorld
let office: TestOffice
let engineer: Colleague
let now: Temporal.Instant

beforeEach(async () => {
  now = Temporal.Instant.from('2026-03-02T02:00:00Z')
  world = await makeWorld()
  office = await makeOffice(world, { now: () => now })
  engineer = await office.addPerson('chenhao', { unitId: await office.addUnit('信息中心'), roles: ['engineer'] })
})

const PAGE = {
  ...{ kind: 'http', url: 'http://127.0.0.1:1/', method: 'GET', statusFrom: 200, statusTo: 299 },
  ...{ contains: '', header: null, user: '', trust: 'verified', daysLeft: null },
}
const PROBE = {
  ...{
    name: '门户首页',
    service: '门户',
    deskService: 'application',
    target: PAGE,
    everySeconds: 60,
    timeoutMs: 2000,
    retries: 0,
  },
  ...{ retrySeconds: 60, quorum: { kind: 'in-a-row', failures: 2, successes: 1 }, parentId: null, isOn: true },
  secret: null,
}

async function add(changes: object = {}) {
  return (await engineer.ask('POST', '/watch/probes', { body: { ...PROBE, ...changes } })).body
}

const sample = (probeId: string, minute: number, isUp: boolean): TakenSample => ({
  ...{ probeId, at: secondOf(now) + minute * 60, isUp, holds: 60, tookMs: 12, certificateUntil: null },
  problem: isUp ? '' : '{"code":"too-slow","parameters":{"ms":2000}}',
})

const save = (samples: readonly TakenSample[]) => inTransaction(world.chenghu, (tx) => saveSamples(tx, samples))

test('an outage of two minutes in ten reads 80 %, and both sides see why', async () => {
  const { id } = await add()
  await save(Array.from({ length: 10 }, (_, minute) => sample(id, minute, minute !== 4 && minute !== 5)))
  now = now.add({ minutes: 10 })
  const [line] = (await engineer.ask('GET', '/watch/probes')).body
  expect(line).toMatchObject({ id, state: 'up', address: 'http://127.0.0.1:1/' })
  expect(line.availability).toEqual({ share: '80.000', coverage: '100.000', lowest: '80.000', highest: '80.000' })
  expect(line.days.at(-1)).toEqual({ day: '2026-03-02', share: '80.000', coverage: '100.000', outages: 1 })
  const { body } = await engineer.ask('GET', `/watch/probes/${id}`)
  expect(body.seconds).toEqual({ agreed: 600, observed: 600, up: 480, planned: 0 })
  expect(body).toMatchObject({ betweenFailures: '480', toRepair: '120' })
  expect(body.outages).toEqual([
    { from: '2026-03-02T02:04:00Z', to: '2026-03-02T02:06:00Z', isOver: true, isPlanned: false, seconds: 120 },
  ])
  expect(body.answers[5]).toMatchObject({ isUp: false, problem: '2000 毫秒内没有答复。' })
})

test('when nobody looks, the time is unknown and never up', async () => {
  const { id } = await add()
  await save([sample(id, 0, true), sample(id, 10, true)])
  now = now.add({ minutes: 20 })
  const [line] = (await engineer.ask('GET', '/watch/probes')).body
  expect(line.state).toBe('unknown')
  expect(line.availability).toEqual({ share: '100.000', coverage: '10.000', lowest: '10.000', highest: '100.000' })
})

test('answers brought twice, late or in any portions draw the stretches the raw answers give', async () => {
  const { id } = await add()
  const minutes = fc.uniqueArray(fc.nat(120), { minLength: 5, maxLength: 40 })
  const [spread = []] = fc.sample(minutes, { numRuns: 1, seed: 7 })
  const answers = spread.toSorted((one, other) => one - other).map((minute) => sample(id, minute, minute % 3 > 0))
  for (let at = 0; at < answers.length; at += 7) await save(answers.slice(at, at + 7))
  await save(answers)
  const { raw, drawn } = await read(world.chenghu, async (reader) => ({
    raw: await reader.selectFrom('watchSample').selectAll().orderBy('at').execute(),
    drawn: await reader.selectFrom('watchStretch').selectAll().orderBy('fromAt').execute(),
  }))
  const samples = raw.map(({ at, isUp, holds }) => ({ at: secondOf(at), isUp, holds }))
  const rule = { kind: 'in-a-row', failures: 2, successes: 1 } as const
  const expected = mergeStretches(followSamples(rule, NEW_WATCH, samples).settled)
  expect(raw).toHaveLength(answers.length)
  expect(
    drawn.map((row) => ({ from: secondOf(row.fromAt), to: secondOf(row.toAt), state: stateOf(row.state) })),
  ).toEqual(expected)
})

/** A page that counts who asks for it, and a probe of it. */
async function openPage() {
  const asked = { count: 0 }
  const server = createServer((_request, reply) => {
    asked.count += 1
    reply.end('fine')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const allowed = { host: '127.0.0.1', port, reach: 'this-machine' }
  await office.system.ask('PUT', '/outgoing-addresses', { body: allowed })
  await add({ target: { ...PAGE, url: `http://127.0.0.1:${port}/` }, everySeconds: 10, retrySeconds: 10 })
  return asked
}

async function startServer() {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-watch-'))
  const { chenghu: db, secrets } = world
  const stop = keepWatching({ db, secrets, spoolFile: join(folder, 'spool.jsonl'), report: () => undefined })
  onTestFinished(async () => {
    await stop()
    await rm(folder, { recursive: true })
  })
  return stop
}

const PATIENCE = { timeout: 60_000, interval: 200 }

test('a running server looks by itself and keeps what it found', async () => {
  await openPage()
  await startServer()
  await vi.waitFor(async () => {
    now = Temporal.Now.instant()
    const seen = await read(world.chenghu, (reader) => reader.selectFrom('watchSeries').select(['problem']).execute())
    expect(seen).toEqual([{ problem: '' }])
  }, PATIENCE)
})

test('of two servers one looks; when it stops, the other goes on', async () => {
  const asked = await openPage()
  const stopFirst = await startServer()
  await vi.waitFor(() => expect(asked.count).toBe(1), PATIENCE)
  await startServer()
  // The second has asked for the lease by the time the first looks again.
  await vi.waitFor(() => expect(asked.count).toBe(2), PATIENCE)
  const holders = await read(world.chenghu, (reader) => reader.selectFrom('watchLease').select('holder').execute())
  expect(holders).toHaveLength(1)
  await stopFirst()
  await vi.waitFor(() => expect(asked.count).toBeGreaterThan(2), PATIENCE)
  const next = await read(world.chenghu, (reader) => reader.selectFrom('watchLease').select('holder').execute())
  expect(next).not.toEqual(holders)
})

test('a trial says what it found and keeps nothing', async () => {
  const body = { id: null, target: PAGE, timeoutMs: 500, secret: null }
  const { body: found } = await engineer.ask('POST', '/watch/trials', { body })
  expect(found).toMatchObject({ isUp: false, certificateUntil: null })
  expect(found.problem).toContain('127.0.0.1:1 不在允许名单内')
})

test('a password goes in and never comes out', async () => {
  const { id } = await add({ target: { ...PAGE, user: 'probe' }, secret: 'only-for-the-probe' })
  const { body } = await engineer.ask('GET', `/watch/probes/${id}`)
  expect(body.hasSecret).toBe(true)
  await engineer.ask('PUT', `/watch/probes/${id}`, { body: { ...PROBE, name: '改名', secret: null } })
  const rows = await world.pool.query('select * from tenant_chenghu.watch_probe')
  const ledger = await world.pool.query('select * from tenant_chenghu.ledger_entry')
  expect(JSON.stringify([body, rows.rows, ledger.rows])).not.toContain('only-for-the-probe')
  expect((await engineer.ask('GET', `/watch/probes/${id}`)).body).toMatchObject({ name: '改名', hasSecret: true })
})

test.each([
  ['the same name twice', {}, 'probe-name-taken'],
  ['a longer timeout than the rhythm', { name: '慢', timeoutMs: 60_000, retrySeconds: 10 }, 'probe-timing'],
  ['no address', { name: '空', target: { ...PAGE, url: 'ftp://x/' } }, 'probe-address-unreadable'],
])('refuses %s', async (_title, changes, code) => {
  await add()
  expect(await add(changes)).toMatchObject({ code })
})

test('two probes cannot depend on each other', async () => {
  const { id: parentId } = await add()
  const { id } = await add({ name: '下级', parentId })
  const { body } = await engineer.ask('PUT', `/watch/probes/${parentId}`, { body: { ...PROBE, parentId: id } })
  expect(body.code).toBe('probe-in-a-circle')
})

test('a probe of another office is not there', async () => {
  const { id } = await add()
  const other = await office.addPerson('zhoumin', { unitId: await office.addUnit('第二小学'), roles: ['engineer'] })
  expect((await other.ask('GET', '/watch/probes')).body).toEqual([])
  expect((await other.ask('GET', `/watch/probes/${id}`)).body.code).toBe('not-found')
  expect((await other.ask('PUT', `/watch/probes/${id}`, { body: PROBE })).body.code).toBe('not-found')
})

test('a heartbeat is known by its word', async () => {
  const { id, beatWord } = await add({ target: { kind: 'push' } })
  expect((await engineer.ask('POST', '/watch/beats', { body: { word: beatWord } })).status).toBe(200)
  expect((await engineer.ask('POST', '/watch/beats', { body: { word: 'guessed' } })).body.code).toBe('not-found')
  const { rows } = await world.pool.query('select id, beat_at, beat_hash from tenant_chenghu.watch_probe')
  expect(rows).toMatchObject([{ id }])
  expect(rows[0].beat_at).not.toBeNull()
  expect(rows[0].beat_hash).not.toContain(beatWord)
})

test('what waits on disk is delivered in order, and again when the delivery broke off', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-spool-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const { id } = await add()
  const spool = openSpool(join(folder, 'spool.jsonl'))
  const away = [0, 1, 2].map((minute) => sample(id, minute, true))
  await spool.put(away.slice(0, 2))
  await expect(spool.deliver(() => Promise.reject(new Error('still away')))).rejects.toThrow('still away')
  await spool.put(away.slice(2))
  // A server started anew finds what the one before left.
  const seen: number[] = []
  await openSpool(join(folder, 'spool.jsonl')).deliver(async (samples) => {
    seen.push(...samples.map(({ at }) => at))
    await save(samples)
  })
  expect(seen).toEqual(away.map(({ at }) => at))
  await openSpool(join(folder, 'spool.jsonl')).deliver(() => Promise.reject(new Error('nothing is left')))
})
