import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { inTransaction } from '../database/transaction.ts'
import { appendAnchor, findLastAnchor, listAnchors, measureAnchors } from './anchor-log.ts'
import { keepSealing, type SealingEvent } from './keep-sealing.ts'
import { recordInLedger } from './record-in-ledger.ts'
import { verifyAll } from './verify-all.ts'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const LINK = { sha256: 'a'.repeat(64), sm3: 'b'.repeat(64) }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiji-anchors-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const head = (number: bigint) => ({ schema: 'tenant_chenghu', number, link: LINK, at: NOW.toString() })

test('a line torn by a crash is passed over and the next head stands on a line of its own', async () => {
  await appendAnchor(folder, head(1n))
  await appendFile(join(folder, 'ledger-heads', '2026.log'), '{"schema":"tenant_chenghu","num')
  await appendAnchor(folder, head(2n))
  const lines = await Array.fromAsync(listAnchors(folder, await measureAnchors(folder)))
  expect(lines.map(({ kind }) => kind)).toEqual(['anchor', 'anchor'])
  expect((await findLastAnchor(folder, 'tenant_chenghu'))?.number).toBe(2n)
})

test('a line someone wrote over is named by file and line', async () => {
  await appendAnchor(folder, head(1n))
  await appendFile(join(folder, 'ledger-heads', '2026.log'), '{"schema":"tenant_chenghu","number":"x"}\n')
  const lines = await Array.fromAsync(listAnchors(folder, await measureAnchors(folder)))
  expect(lines[1]).toEqual({ kind: 'unreadable', file: join('ledger-heads', '2026.log'), line: 2 })
})

async function sealFor(world: TestWorld, work: () => Promise<void>): Promise<SealingEvent[]> {
  const events: SealingEvent[] = []
  const report = (event: SealingEvent) => void events.push(event)
  const stop = keepSealing({ pool: world.pool, schema: 'tenant_chenghu', dataFolder: folder, now: () => NOW, report })
  await work().finally(stop)
  return events
}

async function untilAnchored(number: bigint): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await findLastAnchor(folder, 'tenant_chenghu'))?.number === number) return
    await sleep(50)
  }
}

async function writeEntries(world: TestWorld, count: number): Promise<void> {
  const context = world.contextOf({ kind: 'system', name: 'test' }, NOW)
  for (let index = 0; index < count; index += 1) {
    await inTransaction(context.db, (tx) => recordInLedger(tx, context, { did: 'test.noted', index }))
  }
}

test('each round of sealing with news leaves one line outside the database, and a cut tail is found by it', async () => {
  const world = await makeWorld()
  await writeEntries(world, 3)
  expect(await sealFor(world, () => untilAnchored(3n))).toEqual([])
  // A neighbour's transaction may part the three into more rounds; an idle round leaves no line.
  const lines = (await readFile(join(folder, 'ledger-heads', '2026.log'), 'utf8')).trim().split('\n')
  expect(lines.length).toBeLessThanOrEqual(3)
  const anchors = lines.length
  expect((await verifyAll(world.pool, folder)).tenants[0]).toMatchObject({ entries: 3n, anchors, faults: [] })

  await world.pool.query('delete from tenant_chenghu.ledger_seal where number > 1')
  const verdict = await verifyAll(world.pool, folder)
  expect(verdict.tenants[0]?.faults).toContainEqual({ kind: 'tail-cut', number: 1n, anchored: 3n })
})

test('a server that starts on less than was anchored says so', async () => {
  const world = await makeWorld()
  await appendAnchor(folder, head(7n))
  const events = await sealFor(world, () => sleep(100))
  expect(events).toEqual([{ kind: 'behind-anchor', schema: 'tenant_chenghu', number: 0n, anchored: 7n }])
})

test('sealing that fails is told once and not every second', async () => {
  const world = await makeWorld()
  await world.pool.query('alter table tenant_chenghu.ledger_seal rename to hidden')
  const events = await sealFor(world, () => sleep(2_500))
  expect(events.map(({ kind }) => kind)).toEqual(['failing'])
})

test('on the server a tenant was moved to, entries of smaller transactions are sealed at once', async () => {
  const world = await makeWorld()
  const other = new Pool({ ...world.pool.options })
  let pool = world.pool
  const sealing = {
    get pool() {
      return pool
    },
    ...{ schema: 'tenant_chenghu', dataFolder: folder, now: () => NOW, report: () => undefined },
  }
  await writeEntries(world, 2)
  const stop = keepSealing(sealing)
  await untilAnchored(2n)
  await world.pool.query(`
    insert into tenant_chenghu.ledger_entry (id, at, did, request_id, detail, written_by)
    select gen_random_uuid(), at, did, request_id, detail, '3' from tenant_chenghu.ledger_entry limit 1`)
  pool = other
  await untilAnchored(3n)
  await stop()
  await other.end()
  expect((await findLastAnchor(folder, 'tenant_chenghu'))?.number).toBe(3n)
})
