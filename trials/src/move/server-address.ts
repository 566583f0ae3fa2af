import type { DatabaseServer } from '@shiji/server/platform/tenants/database-server'
import { Pool } from 'pg'
import { z } from 'zod'

/** Where a server answers, as one process tells it another. */
export const ServerAddress = z.object({ name: z.string(), host: z.string(), user: z.string(), database: z.string() })
export type ServerAddress = z.infer<typeof ServerAddress>

export function serverAt({ name, host, user, database }: ServerAddress, max: number): DatabaseServer {
  const pool = new Pool({ host, user, database, max })
  pool.on('error', () => undefined)
  return { name, pool, conninfo: `host=${host} user=${user} dbname=${database}` }
}
