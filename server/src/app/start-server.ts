import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { FirstLink } from '#modules/directory'
import { type SupervisorEvent, supervisePostgres } from '#platform/postgres/supervisor'
import type { NamedServer } from '#platform/tenants/open-servers'
import type { WebFolders } from './build-web.ts'
import type { AppParts } from './make-app.ts'

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

/** Brings the database up and serves the district it holds. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const applicationName = `shiji-server-${randomUUID()}`
  // A database that does not start is said first, whatever becomes of the pages.
  options.web.catch(() => undefined)
  const database = options.databaseUrl === undefined ? await superviseHome(options, applicationName) : null
  const { serveDistrict } = await readProgram()
  return serveDistrict(options, { embedded: (await database?.ready) ?? null, applicationName })
}

/**
 * The program is read while the first start makes its database: in pieces, or nobody would notice for most of a second
 * that the database is made and may be started.
 */
async function readProgram() {
  for (const read of [
    () => import('kysely'),
    () => import('#modules/directory'),
    () => import('#modules/performance'),
    () => import('#modules/evidence'),
    () => import('#modules/desk'),
    () => import('./modules.ts'),
    () => import('./make-app.ts'),
  ]) {
    await read()
    await setImmediate()
  }
  return import('./serve-district.ts')
}

/** Answers as soon as the database is at work in a process of its own. */
async function superviseHome({ dataFolder, onDatabaseEvent }: StartOptions, applicationName: string) {
  const atWork = Promise.withResolvers<void>()
  const onEvent = (event: SupervisorEvent) => {
    atWork.resolve()
    onDatabaseEvent(event)
  }
  const ready = supervisePostgres({ dataFolder, applicationName, onEvent })
  await Promise.race([atWork.promise, ready])
  return { ready }
}
