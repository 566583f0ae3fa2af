import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '@shiji/server/platform/database/migrate'
import { makeDiskFileStore } from '@shiji/server/platform/files/disk-file-store'
import { supervisePostgres } from '@shiji/server/platform/postgres/supervisor'
import { openSecretBox } from '@shiji/server/platform/secrets/key-file'
import { CONTROL_SCHEMA, createTenant } from '@shiji/server/platform/tenants/create-tenant'
import { type DatabaseServer, onServer } from '@shiji/server/platform/tenants/database-server'
import { followTenant } from '@shiji/server/platform/tenants/follow-tenant'
import type { TestWorld } from '@shiji/server/testing/test-world'
import { makeFolder } from '../trial-world.ts'
import { type ServerAddress, serverAt } from './server-address.ts'

export type Host = DatabaseServer & { readonly address: ServerAddress }

/** Two databases of one office on one machine; 澄湖区 begins on the first. */
export type TwoServers = {
  readonly hosts: readonly [Host, Host]
  readonly world: TestWorld
  readonly folder: string
}

export const SCHEMA = 'tenant_chenghu'

export async function withTwoServers<Value>(work: (servers: TwoServers) => Promise<Value>): Promise<Value> {
  const folder = await makeFolder()
  const running: { readonly stop: () => Promise<void> }[] = []
  const open = async (name: string): Promise<Host> => {
    const applicationName = `shiji-server-trial-${name}`
    const dataFolder = join(folder, name)
    const postgres = await supervisePostgres({ dataFolder, applicationName, onEvent: () => undefined })
    running.push(postgres)
    const address = { name, ...postgres.connection }
    const server = serverAt(address, 16)
    running.push({ stop: () => server.pool.end() })
    await onServer(server.pool, (client) => migrate(client, CONTROL_SCHEMA, 'control'))
    return { ...server, address }
  }
  try {
    const hosts = [await open('east'), await open('west')] as const
    const tenant = { id: randomUUID(), slug: 'chenghu', name: '澄湖区', now: Temporal.Now.instant() }
    await createTenant(hosts[0].pool, tenant)
    return await work({ hosts, folder, world: await openWorld(hosts, folder) })
  } finally {
    for (const part of running.toReversed()) await part.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function openWorld(hosts: readonly [Host, Host], folder: string): Promise<TestWorld> {
  const chenghu = await followTenant(hosts, SCHEMA)
  const files = makeDiskFileStore(join(folder, 'files'))
  const secrets = await openSecretBox(folder)
  const caller = { address: '', device: '', session: null, setSession: () => undefined }
  return {
    pool: hosts[0].pool,
    chenghu,
    linxi: chenghu,
    files,
    secrets,
    district: { db: chenghu, files, secrets, name: '澄湖区' },
    newId: randomUUID,
    contextOf: (actor, now) => ({
      db: chenghu,
      files,
      secrets,
      actor,
      now,
      newId: randomUUID,
      requestId: randomUUID(),
      language: 'zh',
      district: '澄湖区',
      caller,
      listeners: [],
      measures: new Map(),
    }),
  }
}
