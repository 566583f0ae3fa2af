import type { Pool, PoolClient } from 'pg'
import { type Anchor, type AnchorFiles, type AnchorLine, listAnchors, measureAnchors } from './anchor-log.ts'
import { readHead } from './seal-ledger.ts'
import { type LedgerFault, verifyLedger } from './verify-ledger.ts'

export type TenantVerdict = {
  readonly schema: string
  readonly entries: bigint
  readonly anchors: number
  readonly faults: readonly LedgerFault[]
}

export type Unreadable = Extract<AnchorLine, { kind: 'unreadable' }>
export type Verdict = { readonly tenants: readonly TenantVerdict[]; readonly unreadable: readonly Unreadable[] }

/** Every tenant's chain on one snapshot, beside the heads kept in the data folder; the sealer may go on meanwhile. */
export async function verifyAll(pool: Pool, dataFolder: string): Promise<Verdict> {
  const files = await measureAnchors(dataFolder)
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query(
      `select schema_name as schema from shiji_control.tenant where state in ('open', 'moving') order by schema_name`,
    )
    const tenants: TenantVerdict[] = []
    for (const { schema } of rows) tenants.push(await verifyOne(client, schema, { dataFolder, files }))
    await client.query('commit')
    return { tenants, unreadable: await listUnreadable(dataFolder, files) }
  } finally {
    client.release(true)
  }
}

type Kept = { readonly dataFolder: string; readonly files: AnchorFiles }

async function verifyOne(client: PoolClient, schema: string, { dataFolder, files }: Kept): Promise<TenantVerdict> {
  let anchors = 0
  async function* counted(): AsyncGenerator<Anchor> {
    for await (const line of listAnchors(dataFolder, files)) {
      if (line.kind !== 'anchor' || line.anchor.schema !== schema) continue
      anchors += 1
      yield line.anchor
    }
  }
  const faults = await verifyLedger(client, schema, counted())
  const { number } = await readHead(client, schema)
  return { schema, entries: number, anchors, faults }
}

async function listUnreadable(dataFolder: string, files: AnchorFiles): Promise<Unreadable[]> {
  const found: Unreadable[] = []
  for await (const line of listAnchors(dataFolder, files)) if (line.kind === 'unreadable') found.push(line)
  return found
}
