import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { DatabaseAway, isAway } from '../database/database-away.ts'
import { type TenantDatabase, TenantMoved } from '../database/transaction.ts'
import type { DatabaseServer } from './database-server.ts'
import { findState } from './move/move-state.ts'
import { settleMove } from './move/settle-move.ts'

/** A tenant on its way is waited for this long; then the caller is told to come back. */
const PATIENCE_MS = 2_500
/** A tenant that nobody holds for so long was left by a killed move. */
const SETTLE_AFTER_MS = 1_200
const LOOK_EVERY_MS = 25

/** The database of a tenant that may be moved from server to server while it is used. */
export async function followTenant(servers: readonly DatabaseServer[], schema: string): Promise<TenantDatabase> {
  let holder = await findHolder(servers, schema)
  let looking: Promise<Pool> | null = null
  const look = async () => {
    holder = await waitForHolder(servers, schema)
    return holder.pool
  }
  return {
    schema,
    get pool() {
      return (holder ?? servers[0])?.pool as Pool
    },
    follow: (left) => {
      if (holder !== null && holder.pool !== left) return Promise.resolve(holder.pool)
      looking ??= look().finally(() => {
        looking = null
      })
      return looking
    },
  }
}

export async function findHolder(servers: readonly DatabaseServer[], schema: string): Promise<DatabaseServer | null> {
  for (const server of servers) {
    // A server that is away holds nobody now.
    if ((await findState(server.pool, schema).catch(() => null)) === 'open') return server
  }
  return null
}

async function waitForHolder(servers: readonly DatabaseServer[], schema: string): Promise<DatabaseServer> {
  const began = performance.now()
  let settled = false
  while (performance.now() - began < PATIENCE_MS) {
    const holder = await findHolder(servers, schema)
    if (holder !== null) return holder
    if (!settled && performance.now() - began > SETTLE_AFTER_MS) {
      settled = true
      await settleAmong(servers, schema).catch((error: unknown) => {
        if (!isAway(error)) throw error
      })
    }
    await sleep(LOOK_EVERY_MS)
  }
  throw new DatabaseAway('not-done', new TenantMoved(schema))
}

export async function settleAmong(servers: readonly DatabaseServer[], schema: string): Promise<void> {
  for (const from of servers) {
    if ((await findState(from.pool, schema)) !== 'moving') continue
    for (const to of servers)
      if (to !== from && (await findState(to.pool, schema)) !== null) await settleMove({ from, to, schema })
  }
}
