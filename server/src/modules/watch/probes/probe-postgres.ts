import type { ProbeTarget } from '@shiji/contract/watch'
import { Client } from 'pg'
import { type Answer, FINE, type Reached } from './finding.ts'

type Target = Extract<ProbeTarget, { database: string }>

/** Signs in and asks for the simplest thing a database can answer. */
export async function probePostgres({ database, user, isSecure }: Target, reached: Reached): Promise<Answer> {
  const { pinned, port, secret, timeoutMs, signal } = reached
  const client = new Client({
    host: pinned.address,
    port,
    database,
    user,
    password: secret,
    ssl: isSecure && { rejectUnauthorized: false },
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    application_name: 'shiji-watch',
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return FINE
  } finally {
    await Promise.race([client.end(), new Promise((resolve) => signal.addEventListener('abort', resolve))])
  }
}
