import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Pool } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { fileForm, makeOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'
import { listWholeTables } from '../database/describe-schema.ts'
import { makeDiskFileStore } from '../files/disk-file-store.ts'
import { verifyAll } from '../ledger/verify-all.ts'
import { restoreBackup } from './restore-backup.ts'
import { saveBackup } from './save-backup.ts'
import { readTar, tarEntry } from './tar.ts'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const BYTES = Uint8Array.from({ length: 10_000 }, (_, at) => (at * 7) % 251)

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A district with people, units, a file and a ledger, saved. */
async function saveDistrict() {
  const world = await makeWorld()
  const folder = await makeFolder()
  const files = makeDiskFileStore(join(folder, 'files', 'tenant_chenghu'))
  const office = await makeOffice({ ...world, district: { ...world.district, files } }, { now: () => NOW })
  const contact = await office.addPerson('lin', { unitId: await office.addUnit('教育“信息”中心\\'), roles: [] })
  const { body: document } = await contact.ask('POST', '/documents', { body: fileForm('现场照片.png', BYTES) })
  // Answers of probes lie in parts: in a month that only this database has open, and in none.
  await world.pool.query(`select tenant_chenghu.watch_open_month('2024-01-01')`)
  await world.pool.query(
    `insert into tenant_chenghu.watch_sample select gen_random_uuid(), moment::timestamptz, true, 60, 12, ''
       from unnest(array['2024-01-05', '2024-02-05']) as moment`,
  )
  const file = join(folder, 'chenghu.backup')
  const backup = { pool: world.pool, dataFolder: folder, file, now: NOW, tell: () => undefined }
  const manifest = await saveBackup({ ...backup, signal: new AbortController().signal })
  return { world, file, manifest, document }
}

async function openEmpty() {
  const connection = inject('postgres')
  const database = `test_${randomBytes(6).toString('hex')}`
  const admin = new Pool({ ...connection, database: 'postgres', max: 1 })
  await admin.query(`create database ${database}`)
  const pool = new Pool({ ...connection, database, max: 3 })
  pool.on('error', () => undefined)
  onTestFinished(async () => {
    await pool.end()
    await admin.query(`drop database ${database} with (force)`)
    await admin.end()
  })
  return { pool, dataFolder: await makeFolder() }
}

const bringBack = (to: Awaited<ReturnType<typeof openEmpty>>, file: string) =>
  restoreBackup({
    ...to,
    file,
    now: () => NOW,
    newId: randomUUID,
    signal: new AbortController().signal,
    tell: () => undefined,
  })

async function contentOf(pool: Pool, schema: string): Promise<Record<string, string[]>> {
  const client = await pool.connect()
  const tables = await listWholeTables(client, schema).finally(() => client.release())
  const content: Record<string, string[]> = {}
  for (const table of tables) {
    const saved = await pool.query(`select r::text as row from ${schema}.${table} r order by 1`)
    content[table] = saved.rows.map(({ row }) => row)
  }
  const { ledger_seal: _seals, ...rest } = content
  return rest
}

test('a district comes back to the last bit, with its files, its ledger whole and its neighbour beside it', async () => {
  const { world, file, manifest } = await saveDistrict()
  const to = await openEmpty()
  expect(await bringBack(to, file)).toEqual(manifest)
  const before = await contentOf(world.pool, 'tenant_chenghu')
  const after = await contentOf(to.pool, 'tenant_chenghu')
  const noted = after.ledger_entry?.filter((row) => row.includes('platform.tenant-restored')) ?? []
  expect(noted).toHaveLength(1)
  expect(before.watch_sample).toHaveLength(2)
  expect({ ...after, ledger_entry: after.ledger_entry?.filter((row) => !noted.includes(row)) }).toEqual(before)
  expect(manifest.tenants).toMatchObject([
    { slug: 'chenghu', files: 1 },
    { slug: 'linxi', files: 0 },
  ])
  const { rows } = await to.pool.query('select sha256 from tenant_chenghu.documents_document')
  const files = makeDiskFileStore(join(to.dataFolder, 'files', 'tenant_chenghu'))
  expect(new Uint8Array(await files.open(rows[0].sha256))).toEqual(BYTES)
  const { tenants } = await verifyAll(to.pool, to.dataFolder)
  expect(tenants.map(({ schema, faults }) => [schema, faults])).toEqual([
    ['tenant_chenghu', []],
    ['tenant_linxi', []],
  ])
})

test('data that is there already is left alone', async () => {
  const { world, file } = await saveDistrict()
  const there = { pool: world.pool, dataFolder: await makeFolder() }
  await expect(bringBack(there, file)).rejects.toMatchObject({ problem: 'not-empty' })
})

async function states(pool: Pool): Promise<string[]> {
  return (await pool.query('select state from shiji_control.tenant')).rows.map(({ state }) => state)
}

test.each([0.2, 0.5, 0.99])('a backup cut off at %d of its length opens nothing', async (share) => {
  const { file } = await saveDistrict()
  const bytes = await readFile(file)
  await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * share)))
  const to = await openEmpty()
  await expect(bringBack(to, file)).rejects.toMatchObject({ problem: 'not-whole' })
  expect(await states(to.pool)).not.toContain('open')
})

test('a backup in which one word was changed opens nothing, even packed anew', async () => {
  const { file } = await saveDistrict()
  const parts: Buffer[] = []
  for await (const { name, bytes } of readTar(Readable.from([gunzipSync(await readFile(file))]))) {
    const text = Buffer.from(bytes).toString('utf8')
    const changed = name.includes('/directory_person/') ? Buffer.from(text.replace('测试lin', '测试xin')) : bytes
    parts.push(tarEntry({ name, bytes: changed }))
  }
  await writeFile(file, gzipSync(Buffer.concat([...parts, Buffer.alloc(1_024)])))
  const to = await openEmpty()
  await expect(bringBack(to, file)).rejects.toMatchObject({ problem: 'not-whole' })
  expect(await states(to.pool)).not.toContain('open')
})

test('a backup that is stopped leaves no file', async () => {
  const { world } = await saveDistrict()
  const dataFolder = await makeFolder()
  const file = join(dataFolder, 'stopped.backup')
  const stopped = { pool: world.pool, dataFolder, file, now: NOW, tell: () => undefined, signal: AbortSignal.abort() }
  await expect(saveBackup(stopped)).rejects.toThrow('aborted')
  await expect(readFile(file)).rejects.toThrow('ENOENT')
  await expect(readFile(`${file}.part`)).rejects.toThrow('ENOENT')
})
