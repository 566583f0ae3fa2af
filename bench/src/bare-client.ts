import type { Pool, PoolClient } from 'pg'

/** What a person would write by hand, on one connection of the pool. */
export async function onClient(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  await work(client).finally(() => client.release())
}
