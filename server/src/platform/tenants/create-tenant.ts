import type { Pool, PoolClient } from 'pg'
import { migrate } from '../database/migrate.ts'
import type { TenantDatabase } from '../database/transaction.ts'

export const CONTROL_SCHEMA = 'shiji_control'

type NewTenant = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly now: Temporal.Instant
}

/** Makes a jurisdiction: its record, its database role, its schema, its tables. Killed half-way, the same call goes on. */
export async function createTenant(pool: Pool, tenant: NewTenant): Promise<TenantDatabase> {
  const schema = schemaOf(tenant.slug)
  const client = await pool.connect()
  try {
    await client.query(
      `insert into ${CONTROL_SCHEMA}.tenant (id, slug, name, schema_name, state, created_at)
       values ($1, $2, $3, $4, 'making', $5) on conflict (slug) do nothing`,
      [tenant.id, tenant.slug, tenant.name, schema, tenant.now.toString()],
    )
    await migrateTenant(client, schema)
    await client.query(
      `update ${CONTROL_SCHEMA}.tenant set state = 'open' where schema_name = $1 and state = 'making'`,
      [schema],
    )
  } finally {
    client.release()
  }
  return { pool, schema }
}

/** `cheng-hu` → `tenant_cheng_hu`; the slug's own check keeps it a plain identifier. */
export function schemaOf(slug: string): string {
  return `tenant_${slug.replaceAll('-', '_')}`
}

export async function migrateTenant(client: PoolClient, schema: string): Promise<number> {
  await ensureRole(client, schema)
  const steps = await migrate(client, schema, 'tenant')
  await grant(client, schema)
  return steps
}

async function ensureRole(client: PoolClient, schema: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [schema])
  if (rowCount === 0) await client.query(`create role ${client.escapeIdentifier(schema)} nologin`)
}

/** The tenant's role reaches its own schema and no other; append-only tables give it neither update nor delete. */
async function grant(client: PoolClient, schema: string): Promise<void> {
  const role = client.escapeIdentifier(schema)
  await client.query(`grant usage on schema ${role} to ${role}`)
  await client.query(`grant select, insert, update, delete on all tables in schema ${role} to ${role}`)
  await client.query(`revoke update, delete on ${role}.ledger_entry, ${role}.ledger_seal from ${role}`)
  await client.query(`revoke insert, update, delete on ${role}.migration from ${role}`)
}
