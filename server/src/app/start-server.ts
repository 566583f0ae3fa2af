import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { DEMO_DISTRICT } from '@shiji/demo/district'
import type { Pool } from 'pg'
import { Registry } from 'prom-client'
import { type FirstLink, foundDistrict } from '#modules/directory'
import { migrate } from '#platform/database/migrate'
import { makePool } from '#platform/database/pool'
import { makeDiskFileStore } from '#platform/files/disk-file-store'
import { type SupervisorEvent, supervisePostgres } from '#platform/postgres/supervisor'
import { CONTROL_SCHEMA, createTenant } from '#platform/tenants/create-tenant'
import { listTenants } from '#platform/tenants/list-tenants'
import { type AttendedDistrict, attendTenant, makeJobGate, systemContext } from './attend-tenant.ts'
import { type AppParts, makeApp } from './make-app.ts'
import { openDemo } from './open-demo.ts'
import { serveDesk } from './static-files.ts'

export type StartOptions = {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Any PostgreSQL 18 instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** Reverse proxies in front, by address or network. */
  readonly proxies: readonly string[] | undefined
  /** The built desk to serve. */
  readonly deskFolder: string
  /** Serves the invented district, made on its first start, and no other. */
  readonly demo: boolean
  readonly logLevel: AppParts['logLevel']
  readonly onDatabaseEvent: (event: SupervisorEvent) => void
}

export type RunningServer = {
  readonly address: string
  /** One-time links of a district founded just now; the demo gives its own people instead. */
  readonly links: readonly FirstLink[]
  readonly stop: () => Promise<void>
}

const FIRST_DISTRICT = { slug: 'district', name: '本区' }

export async function startServer(options: StartOptions): Promise<RunningServer> {
  const applicationName = `shiji-server-${randomUUID()}`
  const { dataFolder, onDatabaseEvent: onEvent } = options
  const embedded =
    options.databaseUrl === undefined ? await supervisePostgres({ dataFolder, applicationName, onEvent }) : null
  const pool = makePool(embedded?.connection ?? { connectionString: options.databaseUrl }, applicationName)

  const closing: (() => unknown)[] = [() => embedded?.stop(), () => pool.end()]
  const stop = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const district = await openDistrict(pool, dataFolder, options.demo ? DEMO_DISTRICT : FIRST_DISTRICT)
    const registry = new Registry()
    const { logLevel, proxies } = options
    const app = makeApp({ pool, district, registry, logLevel, proxies, now: () => Temporal.Now.instant() })
    closing.push(() => app.close())
    await serveDesk(app, options.deskFolder)
    const address = await app.listen({ port: options.port, host: options.host })
    // Founded last: links that a start which then fails would have made are links nobody saw.
    const founding = { db: district.db, name: 'start', requestId: randomUUID(), now: Temporal.Now.instant() }
    const links = options.demo ? [] : await foundDistrict(systemContext(district, founding))
    if (options.demo) await openDemo(district)
    closing.push(attendTenant(district, { dataFolder, registry, log: app.log, gate: makeJobGate() }))
    return { address, links, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Jurisdiction = { readonly slug: string; readonly name: string }

async function openDistrict(pool: Pool, dataFolder: string, { slug, name }: Jurisdiction): Promise<AttendedDistrict> {
  const client = await pool.connect()
  try {
    await migrate(client, CONTROL_SCHEMA, 'control')
  } finally {
    client.release()
  }
  const now = Temporal.Now.instant()
  const db = await createTenant(pool, { id: randomUUIDv7(), slug, name, now })
  // Each district has files of its own, as it has tables of its own.
  const files = makeDiskFileStore(join(dataFolder, 'files', db.schema))
  const tenant = (await listTenants(pool)).find(({ schema }) => schema === db.schema)
  return { db, files, name, timeZone: tenant?.timeZone ?? 'UTC' }
}
