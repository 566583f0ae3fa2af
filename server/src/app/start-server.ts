import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { DEMO_DISTRICT } from '@shiji/demo/district'
import type { FastifyBaseLogger } from 'fastify'
import type { Pool } from 'pg'
import { type FirstLink, foundDistrict } from '#modules/directory'
import type { Context } from '#platform/context'
import { migrate } from '#platform/database/migrate'
import { makePool } from '#platform/database/pool'
import { makeDiskFileStore } from '#platform/files/disk-file-store'
import { keepSealing, type SealingEvent } from '#platform/ledger/keep-sealing'
import { type SupervisorEvent, supervisePostgres } from '#platform/postgres/supervisor'
import { CONTROL_SCHEMA, createTenant } from '#platform/tenants/create-tenant'
import { type AppParts, type District, makeApp } from './make-app.ts'
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
    const { logLevel, proxies } = options
    const app = makeApp({ pool, district, logLevel, proxies, now: () => Temporal.Now.instant() })
    closing.push(() => app.close())
    await serveDesk(app, options.deskFolder)
    const address = await app.listen({ port: options.port, host: options.host })
    // Founded last: links that a start which then fails would have made are links nobody saw.
    const links = options.demo ? [] : await foundDistrict(systemContext(district))
    if (options.demo) await openDemo(district)
    const sealing = { pool, schema: district.db.schema, dataFolder, now: () => Temporal.Now.instant() }
    closing.push(keepSealing({ ...sealing, report: (event) => logSealing(app.log, event) }))
    return { address, links, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Jurisdiction = { readonly slug: string; readonly name: string }

async function openDistrict(pool: Pool, dataFolder: string, { slug, name }: Jurisdiction): Promise<District> {
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
  return { db, files, name }
}

function logSealing(log: FastifyBaseLogger, event: SealingEvent): void {
  switch (event.kind) {
    case 'failing':
      log.error({ err: event.error, rounds: event.rounds }, 'the ledger cannot be sealed; its entries wait')
      break
    case 'recovered':
      log.info({ rounds: event.rounds }, 'the ledger is sealed again')
      break
    case 'behind-anchor': {
      const { schema, number, anchored } = event
      const facts = { schema, number: number.toString(), anchored: anchored.toString() }
      log.error(facts, 'the ledger is not the one that was anchored; run shiji ledger verify')
      break
    }
  }
}

function systemContext(district: District): Context {
  return {
    db: district.db,
    files: district.files,
    actor: { kind: 'system', name: 'start' },
    now: Temporal.Now.instant(),
    newId: randomUUIDv7,
    requestId: randomUUID(),
    language: 'zh',
    district: district.name,
    caller: { address: '', device: '', session: null, setSession: () => undefined },
    listeners: [],
  }
}
