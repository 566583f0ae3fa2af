import { createHash } from 'node:crypto'
import { type FileHandle, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createGzip, type Gzip } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import { listWholeTables } from '../database/describe-schema.ts'
import { ANCHOR_FOLDER, type AnchorFiles, measureAnchors } from '../ledger/anchor-log.ts'
import { CONTROL_SCHEMA } from '../tenants/create-tenant.ts'
import { onServer } from '../tenants/database-server.ts'
import { MANIFEST, type Manifest, type SavedTenant, TENANTS } from './manifest.ts'
import { TAR_END, tarEntry } from './tar.ts'

export type BackupProgress =
  | { readonly kind: 'table'; readonly schema: string; readonly table: string; readonly rows: number }
  | { readonly kind: 'files'; readonly schema: string; readonly files: number }

type Backup = {
  readonly pool: Pool
  readonly dataFolder: string
  readonly file: string
  readonly now: Temporal.Instant
  readonly signal: AbortSignal
  readonly tell: (progress: BackupProgress) => void
}

const ROWS_PER_PAGE = 2_000

/**
 * Everything of every tenant as it is at one instant, beside a running server: rows on one snapshot, then the files,
 * which are never changed and so hold at least what the rows name. Written beside and renamed when it is whole.
 */
export async function saveBackup(backup: Backup): Promise<Manifest> {
  const { pool, dataFolder, file, now } = backup
  const beside = `${file}.part`
  const heads = await measureAnchors(dataFolder)
  const archive = await openArchive(beside)
  try {
    const tenants = await onServer(pool, (client) => saveRows(client, archive, backup))
    const counted: SavedTenant[] = []
    for (const tenant of tenants) counted.push({ ...tenant, files: await saveFiles(tenant.schema, archive, backup) })
    await saveHeads(heads, archive, dataFolder)
    const manifest: Manifest = {
      format: 'shiji-backup-1',
      at: now.toString(),
      tenants: counted,
      hashes: { ...archive.hashes },
    }
    await archive.add(MANIFEST, Buffer.from(JSON.stringify(manifest)))
    await archive.close()
    await rename(beside, file)
    return manifest
  } catch (error) {
    await archive.abandon()
    await rm(beside, { force: true })
    throw error
  }
}

type Archive = {
  readonly hashes: Record<string, string>
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
  readonly abandon: () => Promise<void>
}

async function openArchive(path: string): Promise<Archive> {
  const handle = await open(path, 'w', 0o600)
  const gzip = createGzip({ level: 3 })
  const written = pour(gzip, handle)
  // Told by whoever waits for it.
  written.catch(() => undefined)
  const hashes: Record<string, string> = {}
  const put = async (bytes: Uint8Array) => {
    const full = !gzip.write(bytes)
    if (full) await Promise.race([new Promise((resolve) => gzip.once('drain', resolve)), written])
  }
  return {
    hashes,
    add: async (name, bytes) => {
      hashes[name] = createHash('sha256').update(bytes).digest('hex')
      await put(tarEntry({ name, bytes }))
    },
    close: async () => {
      gzip.end(TAR_END)
      await written
      await handle.sync()
      await handle.close()
    },
    abandon: async () => {
      gzip.destroy()
      await written.catch(() => undefined)
      await handle.close().catch(() => undefined)
    },
  }
}

async function pour(gzip: Gzip, handle: FileHandle): Promise<void> {
  for await (const chunk of gzip) await handle.writeFile(chunk)
}

async function saveRows(client: PoolClient, archive: Archive, backup: Backup): Promise<SavedTenant[]> {
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query(
    `select id, slug, name, schema_name as schema, time_zone as "timeZone", created_at::text as "createdAt"
       from ${CONTROL_SCHEMA}.tenant where state = 'open' order by slug`,
  )
  const tenants: SavedTenant[] = []
  for (const tenant of rows) {
    const steps = await client.query(
      `select file || '#' || number as step from ${tenant.schema}.migration order by file, number`,
    )
    tenants.push({ ...tenant, migrations: steps.rows.map(({ step }) => step), rows: 0, files: 0 })
  }
  // First, so that the tables stand before their rows come.
  await archive.add(TENANTS, Buffer.from(JSON.stringify(tenants)))
  const counted: SavedTenant[] = []
  for (const tenant of tenants) {
    counted.push({ ...tenant, rows: await saveTables(client, tenant.schema, { archive, backup }) })
  }
  await client.query('commit')
  return counted
}

type Into = { readonly archive: Archive; readonly backup: Backup }

async function saveTables(client: PoolClient, schema: string, { archive, backup }: Into): Promise<number> {
  let all = 0
  for (const table of await listWholeTables(client, schema)) {
    // A whole row as the database writes it: every type comes back to the last bit.
    await client.query(`declare page no scroll cursor for select r::text as row from ${schema}.${table} r`)
    let rows = 0
    for (let page = 1; ; page += 1) {
      backup.signal.throwIfAborted()
      const fetched = await client.query(`fetch ${ROWS_PER_PAGE} from page`)
      if (fetched.rows.length === 0) break
      const name = `tenants/${schema}/tables/${table}/${String(page).padStart(6, '0')}.json`
      await archive.add(name, Buffer.from(JSON.stringify(fetched.rows.map(({ row }) => row))))
      rows += fetched.rows.length
    }
    await client.query('close page')
    backup.tell({ kind: 'table', schema, table, rows })
    all += rows
  }
  return all
}

async function saveFiles(schema: string, archive: Archive, { dataFolder, signal, tell }: Backup): Promise<number> {
  const folder = join(dataFolder, 'files', schema)
  const list = (path: string) => readdir(path).catch((): string[] => [])
  let files = 0
  for (const shelf of (await list(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
    for (const rest of (await list(join(folder, shelf))).sort()) {
      signal.throwIfAborted()
      await archive.add(`tenants/${schema}/files/${shelf}${rest}`, await readFile(join(folder, shelf, rest)))
      files += 1
    }
  }
  for (const upload of await list(join(folder, 'uploads'))) {
    // One that was finished or swept away meanwhile is no longer on its way.
    const bytes = await readFile(join(folder, 'uploads', upload)).catch(() => null)
    if (bytes !== null) await archive.add(`tenants/${schema}/uploads/${upload}`, bytes)
  }
  tell({ kind: 'files', schema, files })
  return files
}

/** As long as they were before the rows were read: no head in them is newer than the ledger saved. */
async function saveHeads(heads: AnchorFiles, archive: Archive, dataFolder: string): Promise<void> {
  for (const { name, bytes } of heads) {
    const all = await readFile(join(dataFolder, ANCHOR_FOLDER, name))
    await archive.add(`ledger-heads/${name}`, all.subarray(0, bytes))
  }
}
