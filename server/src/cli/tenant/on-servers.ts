import { randomUUID } from 'node:crypto'
import type { DatabaseServer } from '#platform/tenants/database-server'
import type { Call } from '../command.ts'
import { onEmbedded, refuseWithoutData } from '../on-database.ts'
import { otherServersOf } from './servers-option.ts'

/** Like `onDatabase`, with every database server of the installation. */
export async function onServers<Value>(
  call: Call,
  dataFolder: string,
  work: (servers: readonly DatabaseServer[]) => Promise<Value>,
): Promise<Value> {
  refuseWithoutData(call, dataFolder)
  const others = otherServersOf(call.environment, call.language)
  const applicationName = `shiji-server-${randomUUID()}`
  return onEmbedded(call, { dataFolder, applicationName }, async (home) => {
    const { openServers } = await import('#platform/tenants/open-servers')
    const { migrate } = await import('#platform/database/migrate')
    const { CONTROL_SCHEMA } = await import('#platform/tenants/create-tenant')
    const { onServer } = await import('#platform/tenants/database-server')
    const servers = openServers(home, others, applicationName)
    try {
      for (const { pool } of servers) await onServer(pool, (client) => migrate(client, CONTROL_SCHEMA, 'control'))
      return await work(servers)
    } finally {
      for (const { pool } of servers) await pool.end()
    }
  })
}
