import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { DEMO_DISTRICT } from '@shiji/demo/district'
import { Registry } from 'prom-client'
import { type FirstLink, foundDistrict } from '#modules/directory'
import { migrate } from '#platform/database/migrate'
import { makeDiskFileStore } from '#platform/files/disk-file-store'
import { keepListening } from '#platform/live/keep-listening'
import { type SupervisorEvent, supervisePostgres } from '#platform/postgres/supervisor'
import { openSecretBox } from '#platform/secrets/key-file'
import { CONTROL_SCHEMA, createTenant, schemaOf } from '#platform/tenants/create-tenant'
import { type DatabaseServer, onServer } from '#platform/tenants/database-server'
import { findHolder, followTenant } from '#platform/tenants/follow-tenant'
import { listTenants, type TenantState } from '#platform/tenants/list-tenants'
import { findState } from '#platform/tenants/move/move-state'
import { type NamedServer, openServers } from '#platform/tenants/open-servers'
import { type AttendedDistrict, attendTenant, makeJobGate, systemContext } from './attend-tenant.ts'
import type { WebFolders } from './build-web.ts'
import { hearDevices } from './hear-devices.ts'
import { type AppParts, makeApp } from './make-app.ts'
import { openDemo } from './open-demo.ts'
import { serveWeb } from './static-files.ts'
import { watchDemo } from './watch-demo.ts'

export type StartOptions = {
  /** The pages it serves; they may still be in the making while the database comes up. */
  readonly web: Promise<WebFolders>
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  /** Any PostgreSQL 18 instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** More servers that districts may be moved to. */
  readonly otherServers?: readonly NamedServer[]
  /** Reverse proxies in front, by address or network. */
  readonly proxies: readonly string[] | undefined
  /** Where system logs of devices are heard; nowhere unless somebody says so. */
  readonly syslogPort?: number
  /** Where SNMP traps of devices are heard; nowhere unless somebody says so. */
  readonly trapPort?: number
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

/** No server that answers holds the district: one is away, or a move or a restore was stopped half-way. */
export class TenantNotServed extends Error {
  constructor(slug: string, state: TenantState) {
    super(`${slug}: ${state}`)
    this.name = 'TenantNotServed'
  }
}

const FIRST_DISTRICT = { slug: 'district', name: '本区' }

export async function startServer(options: StartOptions): Promise<RunningServer> {
  const applicationName = `shiji-server-${randomUUID()}`
  const { dataFolder, onDatabaseEvent: onEvent } = options
  // A database that does not start is said first, whatever becomes of the pages.
  options.web.catch(() => undefined)
  const embedded =
    options.databaseUrl === undefined ? await supervisePostgres({ dataFolder, applicationName, onEvent }) : null
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
