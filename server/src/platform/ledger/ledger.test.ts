import { expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '../../testing/test-world.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../database/transaction.ts'
import { recordInLedger } from './record-in-ledger.ts'
import { type Head, sealLedger } from './seal-ledger.ts'
import { type LedgerFault, verifyLedger } from './verify-ledger.ts'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

function contextOf(world: TestWorld): Context {
  return world.contextOf({ kind: 'system', name: 'test' }, NOW)
}

async function writeEntries(world: TestWorld, count: number): Promise<void> {
  const context = contextOf(world)
  for (let index = 0; index < count; index += 1) {
    await inTransaction(context.db, (tx) => recordInLedger(tx, context, { did: 'test.noted', index }))
  }
}

async function seal(world: TestWorld): Promise<Head> {
  const client = await world.pool.connect()
  try {
    return await sealLedger(client, world.chenghu.schema, NOW, 'standing-still')
  } finally {
    client.release()
  }
}

async function verify(world: TestWorld, anchor: Head | null): Promise<LedgerFault[]> {
  const client = await world.pool.connect()
  try {
    return await verifyLedger(client, world.chenghu.schema, anchor === null ? [] : [anchor])
  } finally {
    client.release()
  }
}

test('an untouched ledger has no fault, sealed in one go or in several', async () => {
  const world = await makeWorld()
  await writeEntries(world, 5)
  await seal(world)
  await writeEntries(world, 5)
  const head = await seal(world)
  expect(head.number).toBe(10n)
  expect(await verify(world, head)).toEqual([])
})

const NTH = (n: number) => `(select entry_id from tenant_chenghu.ledger_seal where number = ${n})`

test.each([
  ['an edited text', `update tenant_chenghu.ledger_entry set did = 'test.other' where id = ${NTH(4)}`, 'entry-changed'],
  [
    'an edited detail',
    `update tenant_chenghu.ledger_entry set detail = '{"index": 99}' where id = ${NTH(4)}`,
    'entry-changed',
  ],
  [
    'a back-dated entry',
    `update tenant_chenghu.ledger_entry set at = at - interval '1 day' where id = ${NTH(4)}`,
    'entry-changed',
  ],
  ['a deleted seal', 'delete from tenant_chenghu.ledger_seal where number = 4', 'seal-missing'],
  ['a cut tail', 'delete from tenant_chenghu.ledger_seal where number > 7', 'tail-cut'],
  [
    'two entries swapped',
    `update tenant_chenghu.ledger_seal set number = -number where number in (3, 6);
     update tenant_chenghu.ledger_seal set number = 9 + number where number < 0`,
    'entry-changed',
  ],
])('finds %s behind the product', async (_title, sql, kind) => {
  const world = await makeWorld()
  await writeEntries(world, 10)
  const head = await seal(world)
  await world.pool.query(sql)
  expect((await verify(world, head)).map((fault) => fault.kind)).toContain(kind)
})

test('a tenant may add to its ledger but neither change nor delete it', async () => {
  const world = await makeWorld()
  await writeEntries(world, 1)
  const forbidden = inTransaction(world.chenghu, async (tx) => {
    await tx.deleteFrom('ledgerEntry').execute()
  })
  await expect(forbidden).rejects.toThrow(/permission denied/)
})

test('a change that fails leaves no entry', async () => {
  const world = await makeWorld()
  const context = contextOf(world)
  const failing = inTransaction(context.db, async (tx) => {
    await recordInLedger(tx, context, { did: 'test.noted' })
    throw new Error('refused later')
  })
  await expect(failing).rejects.toThrow('refused later')
  expect((await seal(world)).number).toBe(0n)
})

test('a statement that names a neighbour is stopped by the database itself', async () => {
  const world = await makeWorld()
  const reach = inTransaction(world.chenghu, async (tx) => {
    await tx.withSchema('tenant_linxi').selectFrom('ledgerEntry').selectAll().execute()
  })
  await expect(reach).rejects.toThrow(/permission denied/)
})
