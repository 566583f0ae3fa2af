import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../platform/database/migrate.ts'
import { supervisePostgres } from '../platform/postgres/supervisor.ts'
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

/** One real PostgreSQL for the whole test run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(join(tmpdir(), 'shiji-tests-'))
  await chmod(parent, 0o755)
  const postgres = await supervisePostgres({
    dataFolder: join(parent, 'data'),
    applicationName: 'shiji-server-tests',
    onEvent: () => undefined,
  })
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

/** Each test copies 1,700 files of a database: waiting for the disk would be most of the run. What survives a crash is tried elsewhere. */
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
