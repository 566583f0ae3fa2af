import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import { listSteps, migrate } from '../database/migrate.ts'
import { ANCHOR_FOLDER } from '../ledger/anchor-log.ts'
import { sealLedger } from '../ledger/seal-ledger.ts'
import { CONTROL_SCHEMA, migrateTenant } from '../tenants/create-tenant.ts'
import { onServer } from '../tenants/database-server.ts'
import { MANIFEST, Manifest, PLACES, SavedTenant, TENANTS } from './manifest.ts'
import { readTar, TarBroken } from './tar.ts'

/** Why nothing is served from what was read. */
export type RestoreProblem = 'not-a-backup' | 'not-whole' | 'newer' | 'not-empty'

export class RestoreRefused extends Error {
  readonly problem: RestoreProblem
  readonly detail: string

  constructor(problem: RestoreProblem, detail = '') {
    super(`${problem} ${detail}`)
    this.problem = problem
    this.detail = detail
  }
}

export type Restore = {
  readonly pool: Pool
  readonly dataFolder: string
  readonly file: string
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly signal: AbortSignal
  readonly tell: (table: { readonly schema: string; readonly table: string }) => void
}

/**
 * Brings a backup into an empty database and data folder. Nothing is opened before every file of the archive was
 * compared with its hash; stopped half-way, what was made is served to nobody.
 */
export async function restoreBackup(restore: Restore): Promise<Manifest> {
  return onServer(restore.pool, async (client) => {
    await migrate(client, CONTROL_SCHEMA, 'control')
    const { rowCount } = await client.query(`select 1 from ${CONTROL_SCHEMA}.tenant`)
    if (rowCount !== 0) throw new RestoreRefused('not-empty')
    // Rows come table by table, and refer to each other across tables.
    await client.query('set session_replication_role = replica')
    const manifest = await load(client, restore)
    await client.query('set session_replication_role = origin')
    for (const tenant of manifest.tenants) await open(client, tenant, restore)
    return manifest
  })
}

async function load(client: PoolClient, restore: Restore): Promise<Manifest> {
  const hashes = new Map<string, string>()
  const columns = new Map<string, string[]>()
  for await (const { name, bytes } of entriesOf(restore.file)) {
    restore.signal.throwIfAborted()
    if (name === MANIFEST) return check(JSON.parse(Buffer.from(bytes).toString('utf8')), hashes)
    if (hashes.size === 0 && name !== TENANTS) throw new RestoreRefused('not-a-backup')
    hashes.set(name, createHash('sha256').update(bytes).digest('hex'))
    await take(client, { name, bytes }, { restore, columns })
  }
  throw new RestoreRefused('not-whole', MANIFEST)
}

async function* entriesOf(file: string) {
  const stream = createReadStream(file).on('error', (error) => unpacked.destroy(error))
  const unpacked = stream.pipe(createGunzip())
  try {
    yield* readTar(unpacked)
  } catch (error) {
    const isTorn = error instanceof TarBroken || String((error as NodeJS.ErrnoException).code).startsWith('Z_')
    throw isTorn ? new RestoreRefused('not-whole', file) : error
  }
}

function check(text: unknown, hashes: ReadonlyMap<string, string>): Manifest {
  const { data, success } = Manifest.safeParse(text)
  if (!success) throw new RestoreRefused('not-a-backup')
  const wrong = Object.entries(data.hashes).find(([name, hash]) => hashes.get(name) !== hash)
  if (wrong !== undefined) throw new RestoreRefused('not-whole', wrong[0])
  if (hashes.size !== Object.keys(data.hashes).length) throw new RestoreRefused('not-whole', MANIFEST)
  return data
}

type Taken = { readonly name: string; readonly bytes: Uint8Array }
type Loading = { readonly restore: Restore; readonly columns: Map<string, string[]> }

async function take(client: PoolClient, { name, bytes }: Taken, { restore, columns }: Loading): Promise<void> {
  if (name === TENANTS) return makeTenants(client, JSON.parse(Buffer.from(bytes).toString('utf8')))
  const page = PLACES.page.exec(name)
  if (page !== null)
    return takePage(client, { schema: page[1] ?? '', table: page[2] ?? '', bytes }, { restore, columns })
  const file = PLACES.file.exec(name)
  if (file !== null) {
    const [, schema = '', sha256 = ''] = file
    return put(join(restore.dataFolder, 'files', schema, sha256.slice(0, 2), sha256.slice(2)), bytes)
  }
  const part = PLACES.part.exec(name)
  if (part !== null) return put(join(restore.dataFolder, 'files', part[1] ?? '', 'uploads', part[2] ?? ''), bytes)
  const heads = PLACES.heads.exec(name)
  if (heads !== null) return put(join(restore.dataFolder, ANCHOR_FOLDER, heads[1] ?? ''), bytes)
  throw new RestoreRefused('not-a-backup', name)
}

/** As their tables were when they were saved; the steps that came later follow with the rows in place. */
async function makeTenants(client: PoolClient, text: unknown): Promise<void> {
  const { data: tenants } = z.array(SavedTenant).safeParse(text)
  if (tenants === undefined) throw new RestoreRefused('not-a-backup')
  const known = new Set((await listSteps('tenant')).map(({ file, number }) => `${file}#${number}`))
  for (const { id, slug, name, schema, timeZone, createdAt, migrations } of tenants) {
    const unknown = migrations.find((step) => !known.has(step))
    if (unknown !== undefined) throw new RestoreRefused('newer', unknown)
    await client.query(
      `insert into ${CONTROL_SCHEMA}.tenant (id, slug, name, schema_name, time_zone, state, created_at)
       values ($1, $2, $3, $4, $5, 'arriving', $6)`,
      [id, slug, name, schema, timeZone, createdAt],
    )
    await migrate(client, schema, { set: 'tenant', only: new Set(migrations) })
    // Rows that a migration itself wrote are among those saved.
    const { rows } = await client.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname = $1 and tablename <> 'migration'`,
      [schema],
    )
    await client.query(`truncate ${rows.map((table) => table.name).join(', ')}`)
  }
}

/**
 * Transactions are counted anew by this database: what was not sealed yet is sealed now, and an entry says where the
 * ledger goes on.
 */
async function open(client: PoolClient, { schema }: SavedTenant, { now, newId }: Restore): Promise<void> {
  await migrateTenant(client, schema)
  while ((await sealLedger(client, schema, now(), 'standing-still')).more);
  await client.query(
    `insert into ${schema}.ledger_entry (id, at, did, request_id, detail)
     values ($1, $2, 'platform.tenant-restored', $3, '{}')`,
    [newId(), now().toString(), newId()],
  )
  while ((await sealLedger(client, schema, now(), 'standing-still')).more);
  await client.query(`update ${CONTROL_SCHEMA}.tenant set state = 'open' where schema_name = $1`, [schema])
}

type Page = { readonly schema: string; readonly table: string; readonly bytes: Uint8Array }

async function takePage(client: PoolClient, { schema, table, bytes }: Page, { restore, columns }: Loading) {
  const target = `${schema}.${table}`
  if (!columns.has(target)) {
    columns.set(target, await listColumns(client, schema, table))
    restore.tell({ schema, table })
  }
  const rows = z.array(z.string()).parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  const names = columns.get(target) ?? []
  // A column may be called whatever it likes, also what the rows are called here.
  await client.query(
    `insert into ${target} (${names.join(', ')}) select ${names.map((name) => `kept.${name}`).join(', ')}
      from unnest($1::text[]) as page(line) cross join lateral unnest(array[page.line::${target}]) as kept`,
    [rows],
  )
}

/** Those the database does not compute by itself. */
async function listColumns(client: PoolClient, schema: string, table: string): Promise<string[]> {
  const { rows } = await client.query(
    `select quote_ident(attname) as name from pg_attribute
      where attrelid = format('%I.%I', $1::text, $2::text)::regclass and attnum > 0 and not attisdropped
        and attgenerated = '' order by attnum`,
    [schema, table],
  )
  return rows.map(({ name }) => name)
}

async function put(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, bytes, { mode: 0o600, flush: true })
}
