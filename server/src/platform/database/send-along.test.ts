import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWorld, type TestWorld } from '#testing/test-world'
import { recordInLedger } from '../ledger/record-in-ledger.ts'
import { sendAlong } from './send-along.ts'
import { inTransaction, type TenantDatabase, type Tx } from './transaction.ts'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

const note = (world: TestWorld, tx: Tx, did: string) =>
  recordInLedger(tx, world.contextOf({ kind: 'system', name: 'test' }, NOW), { did })

const notesOf = async ({ pool, schema }: TenantDatabase): Promise<string[]> => {
  const { rows } = await pool.query(`select did from ${schema}.ledger_entry order by did`)
  return rows.map(({ did }) => did)
}

const fail = (tx: Tx) => sendAlong(tx, sql`select 1 / 0`.compile(tx))

test('a statement that fails on its way with the commit undoes the whole change', async () => {
  const world = await makeWorld()
  const change = inTransaction(world.chenghu, async (tx) => {
    await note(world, tx, 'test.noted')
    fail(tx)
  })
  await expect(change).rejects.toThrow('division by zero')
  expect(await notesOf(world.chenghu)).toEqual([])
})

test('whoever asks on after it hears why it failed', async () => {
  const world = await makeWorld()
  const change = inTransaction(world.chenghu, async (tx) => {
    fail(tx)
    await tx.selectFrom('directoryUnit').select('id').execute()
  })
  await expect(change).rejects.toThrow('division by zero')
})

test('a change whose failed statement nobody heard of is not taken for done', async () => {
  const world = await makeWorld()
  const change = inTransaction(world.chenghu, async (tx) => {
    await note(world, tx, 'test.noted')
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
  })
  await expect(change).rejects.toThrow('nobody heard of it')
  expect(await notesOf(world.chenghu)).toEqual([])
})

test('a statement that a connection keeps for one district writes to the next district when that has its turn', async () => {
  const world = await makeWorld()
  for (const round of [1, 2, 3, 4, 5, 6, 7]) {
    await inTransaction(world.chenghu, (tx) => note(world, tx, `chenghu.${round}`))
    await inTransaction(world.linxi, (tx) => note(world, tx, `linxi.${round}`))
  }
  const of = (name: string) => [1, 2, 3, 4, 5, 6, 7].map((round) => `${name}.${round}`)
  expect(await notesOf(world.chenghu)).toEqual(of('chenghu'))
  expect(await notesOf(world.linxi)).toEqual(of('linxi'))
})
