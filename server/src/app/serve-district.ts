import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { DEMO_DISTRICT } from '@shiji/demo/district'
import { Registry } from 'prom-client'
import { foundDistrict } from '#modules/directory'
import { migrate } from '#platform/database/migrate'
import { makeDiskFileStore } from '#platform/files/disk-file-store'
import { keepListening } from '#platform/live/keep-listening'
import type { EmbeddedPostgres } from '#platform/postgres/supervisor'
import { openSecretBox } from '#platform/secrets/key-file'
import { CONTROL_SCHEMA, createTenant, schemaOf } from '#platform/tenants/create-tenant'
import { type DatabaseServer, onServer } from '#platform/tenants/database-server'
import { findHolder, followTenant } from '#platform/tenants/follow-tenant'
import { listTenants, type TenantState } from '#platform/tenants/list-tenants'
import { findState } from '#platform/tenants/move/move-state'
import { openServers } from '#platform/tenants/open-servers'
import { type AttendedDistrict, attendTenant, makeJobGate, systemContext } from './attend-tenant.ts'
import { hearDevices } from './hear-devices.ts'
import { makeApp } from './make-app.ts'
import { openDemo } from './open-demo.ts'
import type { RunningServer, StartOptions } from './start-server.ts'
import { serveWeb } from './static-files.ts'
import { watchDemo } from './watch-demo.ts'

/** No server that answers holds the district: one is away, or a move or a restore was stopped half-way. */
export class TenantNotServed extends Error {
  constructor(slug: string, state: TenantState) {
    super(`${slug}: ${state}`)
    this.name = 'TenantNotServed'
  }
}

const FIRST_DISTRICT = { slug: 'district', name: '本区' }

type Database = {
  /** Null where the database is somebody else's. */
  readonly embedded: EmbeddedPostgres | null
  readonly applicationName: string
}

/** Everything above the database: the district, its pages and routes, its jobs. Stops what it began when it cannot go on. */
export async function serveDistrict(
  options: StartOptions,
  { embedded, applicationName }: Database,
): Promise<RunningServer> {
  const { dataFolder } = options
  const where = embedded?.connection ?? { connectionString: options.databaseUrl }
  const servers = openServers(where, options.otherServers ?? [], applicationName)
  const [{ pool }] = servers

  const closing: (() => unknown)[] = [
    () => embedded?.stop(),
    () => Promise.all(servers.map((server) => server.pool.end())),
  ]
  const stop = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const district = await openDistrict(servers, dataFolder, options.demo ? DEMO_DISTRICT : FIRST_DISTRICT)
    const registry = new Registry()
    const { logLevel, proxies } = options
    const line = keepListening(district.db)
    closing.push(() => line.stop())
    const app = makeApp({ pool, district, registry, logLevel, proxies, line, now: () => Temporal.Now.instant() })
    closing.push(() => app.close())
    await serveWeb(app, await options.web)
    const address = await app.listen({ port: options.port, host: options.host })
    // Founded last: links that a start which then fails would have made are links nobody saw.
    const founding = { db: district.db, name: 'start', requestId: randomUUID(), now: Temporal.Now.instant() }
    const links = options.demo ? [] : await foundDistrict(systemContext(district, founding))
    if (options.demo) {
      await openDemo(district)
      await watchDemo(systemContext(district, { ...founding, requestId: randomUUID() }), address)
    }
    const { syslogPort, trapPort, host } = options
    for (const [kind, port] of [
      ['syslog', syslogPort],
      ['snmp-trap', trapPort],
    ] as const) {
      if (port === undefined) continue
      const hearing = await hearDevices(district, { kind, host, port, log: app.log })
      closing.push(() => hearing.stop())
    }
    closing.push(attendTenant(district, { dataFolder, registry, log: app.log, gate: makeJobGate() }))
    return { address, links, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Jurisdiction = { readonly slug: string; readonly name: string }

type Servers = readonly [DatabaseServer, ...DatabaseServer[]]

/** The district on the server that holds it; a new one is made at home. */
async function openDistrict(
  servers: Servers,
  dataFolder: string,
  { slug, name }: Jurisdiction,
): Promise<AttendedDistrict> {
  for (const { pool } of servers) await onServer(pool, (client) => migrate(client, CONTROL_SCHEMA, 'control'))
  const { pool } = (await findHolder(servers, schemaOf(slug))) ?? servers[0]
  const state = await findState(pool, schemaOf(slug))
  if (state !== null && state !== 'open' && state !== 'making') throw new TenantNotServed(slug, state)
  const { schema } = await createTenant(pool, { id: randomUUIDv7(), slug, name, now: Temporal.Now.instant() })
  // Each district has files of its own, as it has tables of its own.
  const files = makeDiskFileStore(join(dataFolder, 'files', schema))
  const tenant = (await listTenants(pool)).find((listed) => listed.schema === schema)
  const secrets = await openSecretBox(dataFolder)
  return { db: await followTenant(servers, schema), files, secrets, name, timeZone: tenant?.timeZone ?? 'UTC' }
}
