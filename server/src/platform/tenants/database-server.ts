import type { Pool, PoolClient } from 'pg'

/** One PostgreSQL server that holds tenants. */
export type DatabaseServer = {
  readonly name: string
  readonly pool: Pool
  /** How another PostgreSQL server reaches this one, as libpq writes it. */
  readonly conninfo: string
}

/** Runs `work` on a connection of its own; one that failed is not lent again. */
export async function onServer<Value>(pool: Pool, work: (client: PoolClient) => Promise<Value>): Promise<Value> {
  const client = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    client.release(true)
    throw error
  }
}
