import { verifyAll } from '@shiji/server/platform/ledger/verify-all'
import type { Pool } from 'pg'
import type { TrialServer } from './trial-server.ts'
import type { WritingClient } from './writing-client.ts'

const SCHEMA = 'tenant_district'

type Site = { readonly server: TrialServer; readonly pool: Pool }

/** What the clients were told against what stands in the database and in its ledger. */
export async function countWrites({ server, pool }: Site, clients: readonly WritingClient[]) {
  const writes = clients.flatMap((client) => client.writes).filter(({ acknowledgedAt }) => acknowledgedAt !== null)
  const rows = await timesByName(pool, `select name from ${SCHEMA}.directory_unit`)
  const noted = await timesByName(
    pool,
    `select detail->>'name' as name from ${SCHEMA}.ledger_entry where did = 'directory.unit-added'`,
  )
  const { tenants } = await verifyAll(pool, server.dataFolder)
  return {
    acknowledged: writes.length,
    repeated: writes.filter(({ tries }) => tries > 1).length,
    lost: writes.filter(({ name }) => !rows.has(name)).length,
    doubled: [...rows.values()].filter((times) => times > 1).length,
    ledgerLost: writes.filter(({ name }) => !noted.has(name)).length,
    ledgerDoubled: [...noted.values()].filter((times) => times > 1).length,
    ledgerFaults: tenants.flatMap(({ faults }) => faults).length,
    strange: clients.flatMap((client) => client.strange),
  }
}

async function timesByName(pool: Pool, sql: string): Promise<Map<string, number>> {
  const { rows } = await pool.query(`select name, count(*)::int as times from (${sql}) as named group by name`)
  return new Map(rows.map(({ name, times }) => [name, times]))
}
