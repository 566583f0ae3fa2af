import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IN_BATCHES } from '@shiji/server/platform/database/pool'
import type { TenantDatabase } from '@shiji/server/platform/database/transaction'
import { makeDiskFileStore } from '@shiji/server/platform/files/disk-file-store'
import type { FileStore } from '@shiji/server/platform/files/file-store'
import { supervisePostgres } from '@shiji/server/platform/postgres/supervisor'
import { openSecretBox } from '@shiji/server/platform/secrets/key-file'
import type { SecretBox } from '@shiji/server/platform/secrets/secret-box'
import { makeTemplate, TEMPLATE_DATABASE } from '@shiji/server/testing/global-setup'
import { Pool } from 'pg'

/** Where a PostgreSQL with the migrated template database answers. */
export type TrialPostgres = { readonly host: string; readonly user: string }

/** A fresh copy of the migrated database with two invented districts in it. */
export type TrialWorld = {
  readonly pool: Pool
  readonly chenghu: TenantDatabase
  readonly linxi: TenantDatabase
  readonly files: FileStore
  readonly secrets: SecretBox
  readonly folder: string
  readonly close: () => Promise<void>
}

/** A database of this run alone, in a folder that is gone afterwards. */
export async function withTrialPostgres<Value>(work: (postgres: TrialPostgres) => Promise<Value>): Promise<Value> {
  const parent = await makeFolder()
  const postgres = await supervisePostgres({
    dataFolder: join(parent, 'data'),
    applicationName: 'shiji-server-trials',
    onEvent: () => undefined,
  })
  try {
    const { host, user } = postgres.connection
    await makeTemplate({ host, user })
    return await work({ host, user })
  } finally {
    await postgres.stop()
    await rm(parent, { recursive: true, force: true })
  }
}

/** A world of this run alone, on a database of its own. */
export function withTrialWorld<Value>(work: (world: TrialWorld) => Promise<Value>): Promise<Value> {
  return withTrialPostgres(async (postgres) => {
    const world = await openTrialWorld(postgres)
    return work(world).finally(world.close)
  })
}

export async function openTrialWorld(postgres: TrialPostgres): Promise<TrialWorld> {
  const database = `trial_${randomBytes(6).toString('hex')}`
  const admin = new Pool({ ...postgres, database: 'postgres', max: 1 })
  await admin.query(`create database ${database} template ${TEMPLATE_DATABASE} strategy file_copy`)
  const pool = new Pool({ ...postgres, database, max: 10, ...IN_BATCHES })
  pool.on('error', () => undefined)
  const folder = await makeFolder()
  return {
    pool,
    chenghu: { pool, schema: 'tenant_chenghu' },
    linxi: { pool, schema: 'tenant_linxi' },
    files: makeDiskFileStore(join(folder, 'files')),
    secrets: await openSecretBox(folder),
    folder,
    close: async () => {
      await pool.end()
      await admin.query(`drop database ${database} with (force)`)
      await admin.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The database may run as another user, who must be able to pass through. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shiji-trial-'))
  await chmod(folder, 0o755)
  return folder
}
