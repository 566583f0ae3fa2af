import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../platform/database/migrate.ts'
import { PostgresRefusal } from '../platform/postgres/postgres-problem.ts'
import { type EmbeddedPostgres, supervisePostgres } from '../platform/postgres/supervisor.ts'
import { CONTROL_SCHEMA, createTenant } from '../platform/tenants/create-tenant.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgres: { readonly host: string; readonly user: string }
    /** What tests of one run share on disk. */
    readonly runFolder: string
  }
}

/** The migrated database every test copies; two invented districts live in it. */
export const TEMPLATE_DATABASE = 'shiji_template'

const MEMORY = '/dev/shm'
/** A run keeps at most some hundred copies of 25 MB and 2 GB of journal at a time. */
const MEMORY_NEEDED_BYTES = 4 * 1024 ** 3

/** One real PostgreSQL for the whole test run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { parent, postgres } = await startDatabase()
  const { host, user } = postgres.connection
  await writeLazily({ host, user })
  await makeTemplate({ host, user })
  project.provide('postgres', { host, user })
  project.provide('runFolder', parent)
  return async () => {
    await postgres.stop()
    await rm(parent, { recursive: true, force: true })
  }
}

/** In memory where the machine has a folder of it (a copy of the template takes 40 ms there, 600 ms on a disk), else on disk. */
async function startDatabase(): Promise<{ parent: string; postgres: EmbeddedPostgres }> {
  if (await hasRoom(MEMORY)) {
    try {
      return await startIn(MEMORY)
    } catch (error) {
      // Some machines let nothing run that lies in memory.
      if (!(error instanceof PostgresRefusal)) throw error
    }
  }
  return startIn(tmpdir())
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize >= MEMORY_NEEDED_BYTES
  } catch {
    return false
  }
}

async function startIn(folder: string): Promise<{ parent: string; postgres: EmbeddedPostgres }> {
  const parent = await mkdtemp(join(folder, 'shiji-tests-'))
  await chmod(parent, 0o755)
  try {
    const postgres = await supervisePostgres({
      dataFolder: join(parent, 'data'),
      applicationName: 'shiji-server-tests',
      onEvent: () => undefined,
    })
    return { parent, postgres }
  } catch (error) {
    await rm(parent, { recursive: true, force: true })
    throw error
  }
}

/** Each test copies 1,900 files of a database: waiting for the disk would be most of the run. What survives a crash is tried elsewhere. */
async function writeLazily(connection: { host: string; user: string }): Promise<void> {
  const admin = new Pool({ ...connection, database: 'postgres', max: 1 })
  await admin.query('alter system set fsync = off')
  await admin.query('select pg_reload_conf()')
  await admin.end()
}

export async function makeTemplate(connection: { host: string; user: string }): Promise<void> {
  const admin = new Pool({ ...connection, database: 'postgres', max: 1 })
  await admin.query(`create database ${TEMPLATE_DATABASE}`)
  await admin.end()

  const pool = new Pool({ ...connection, database: TEMPLATE_DATABASE, max: 2 })
  const client = await pool.connect()
  await migrate(client, CONTROL_SCHEMA, 'control')
  client.release()
  const now = Temporal.Instant.from('2026-01-01T00:00:00Z')
  await createTenant(pool, { id: '01900000-0000-7000-8000-000000000001', slug: 'chenghu', name: '澄湖区', now })
  await createTenant(pool, { id: '01900000-0000-7000-8000-000000000002', slug: 'linxi', name: '林溪区', now })
  await pool.end()
}
