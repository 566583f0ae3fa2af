import type { Pool, PoolClient } from 'pg'
import { CONTROL_SCHEMA } from '../create-tenant.ts'
import type { DatabaseServer } from '../database-server.ts'
import type { TenantState } from '../list-tenants.ts'

export type Ways = { readonly from: DatabaseServer; readonly to: DatabaseServer; readonly schema: string }

/** null when the server has never heard of the tenant. */
export async function findState(pool: Pool | PoolClient, schema: string): Promise<TenantState | null> {
  const { rows } = await pool.query(`select state from ${CONTROL_SCHEMA}.tenant where schema_name = $1`, [schema])
  return rows[0]?.state ?? null
}

/** One atomic step; false when the tenant is not in the state it is to leave. */
export async function changeState(
  pool: Pool | PoolClient,
  schema: string,
  { was, becomes }: { was: TenantState; becomes: TenantState },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update ${CONTROL_SCHEMA}.tenant set state = $3 where schema_name = $1 and state = $2`,
    [schema, was, becomes],
  )
  return rowCount === 1
}

/** Name of publication, subscription and slot. */
export function channelOf(schema: string): string {
  return `move_${schema}`
}

/** Held on the server the tenant leaves by whoever moves it; free again when that process or its line is gone. */
export async function tryHoldMove(client: PoolClient, schema: string): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [
    channelOf(schema),
  ])
  return rows[0].held
}

export async function releaseMove(client: PoolClient, schema: string): Promise<void> {
  await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [channelOf(schema)])
}
