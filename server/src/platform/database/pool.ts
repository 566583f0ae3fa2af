import { Pool, type PoolConfig } from 'pg'
import { BatchedSocket } from './batched-socket.ts'

const POOL_SIZE = 20
/** Whoever gets no connection within this time is told to come back. */
const CONNECT_TIMEOUT_MS = 2_000
/** Longer than any statement of ours; a database that answers nothing at all is given up. */
const ANSWER_TIMEOUT_MS = 30_000
/** Pooled sessions are renewed, so that a database moved or upgraded sheds its old ones by itself. */
const SESSION_LIFE_SECONDS = 1_800

/** How the product speaks with its database, also where it is measured. */
export const IN_BATCHES = { pipeline: true, stream: () => new BatchedSocket() } as const

export function makePool(connection: PoolConfig, applicationName: string): Pool {
  const pool = new Pool({
    ...connection,
    application_name: applicationName,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    maxLifetimeSeconds: SESSION_LIFE_SECONDS,
    keepAlive: true,
    ...IN_BATCHES,
  })
  // A database that went away ends idle sessions; the next use opens new ones.
  pool.on('error', () => undefined)
  // So does a lent one; its query fails, and an event nobody hears would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
