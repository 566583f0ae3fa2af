import type { Pool } from 'pg'
import { CONTROL_SCHEMA } from './create-tenant.ts'

/** A jurisdiction as the server that holds it knows it. */
type Tenant = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly schema: string
  readonly timeZone: string
  readonly state: TenantState
}

/** `making` until its tables exist; `moving` while another server takes it over, which then holds it: `moved`. There it is `arriving`. */
export type TenantState = 'making' | 'open' | 'moving' | 'moved' | 'arriving' | 'dropping'

export async function listTenants(pool: Pool): Promise<readonly Tenant[]> {
  const { rows } = await pool.query(
    `select id, slug, name, schema_name as schema, time_zone as "timeZone", state
       from ${CONTROL_SCHEMA}.tenant order by slug`,
  )
  return rows
}
