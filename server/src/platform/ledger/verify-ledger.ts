import type { PoolClient } from 'pg'
import { type ChainedEntry, chain, GENESIS } from './chain.ts'
import { ENTRY_COLUMNS, type Head } from './seal-ledger.ts'

/** One place where the ledger no longer says what was sealed. */
export type LedgerFault =
  | { readonly kind: 'entry-changed'; readonly number: bigint; readonly entryId: string }
  | { readonly kind: 'entry-missing'; readonly number: bigint; readonly entryId: string }
  | { readonly kind: 'seal-missing'; readonly number: bigint }
  | { readonly kind: 'seal-changed'; readonly number: bigint }
  | { readonly kind: 'tail-cut'; readonly number: bigint; readonly anchored: bigint }
  | { readonly kind: 'entry-inserted'; readonly entryId: string }

const PAGE = 10_000

/**
 * Recomputes every link. `anchor` is the newest head kept outside the database: without it a cut tail leaves a shorter
 * but whole chain.
 */
export async function verifyLedger(client: PoolClient, schema: string, anchor: Head | null): Promise<LedgerFault[]> {
  const table = (name: string) => `${client.escapeIdentifier(schema)}.${name}`
  const faults: LedgerFault[] = []
  let number = 0n
  let link = GENESIS
  for (;;) {
    const rows = await listSealed(client, table, number)
    for (const row of rows) {
      const found = BigInt(row.number)
      for (number += 1n; number < found; number += 1n) faults.push({ kind: 'seal-missing', number })
      faults.push(...checkOne(row, { number, link }))
      // Go on from what is stored, so that one changed entry is one fault and not all that follow.
      link = { sha256: row.sha256, sm3: row.sm3 }
      if (anchor?.number === number && anchor.link.sha256 !== link.sha256) faults.push({ kind: 'seal-changed', number })
    }
    if (rows.length < PAGE) break
  }
  if (anchor !== null && number < anchor.number) faults.push({ kind: 'tail-cut', number, anchored: anchor.number })
  return [...faults, ...(await listInserted(client, table))]
}

type SealedRow = ChainedEntry & {
  readonly number: string
  readonly entryId: string
  readonly sha256: string
  readonly sm3: string
}

function checkOne(row: SealedRow, before: Head): LedgerFault[] {
  const { number } = before
  if (row.id === null) return [{ kind: 'entry-missing', number, entryId: row.entryId }]
  const expected = chain(before.link, number, row)
  const same = expected.sha256 === row.sha256 && expected.sm3 === row.sm3
  return same ? [] : [{ kind: 'entry-changed', number, entryId: row.entryId }]
}

async function listSealed(client: PoolClient, table: (name: string) => string, after: bigint): Promise<SealedRow[]> {
  const { rows } = await client.query(
    `select s.number, s.entry_id as "entryId", s.sha256, s.sm3, ${ENTRY_COLUMNS}
       from ${table('ledger_seal')} s left join ${table('ledger_entry')} e on e.id = s.entry_id
      where s.number > $1 order by s.number limit ${PAGE}`,
    [after.toString()],
  )
  return rows
}

/** An entry older than a sealed one that has no seal of its own was slipped in behind the sealer's back. */
async function listInserted(client: PoolClient, table: (name: string) => string): Promise<LedgerFault[]> {
  const { rows } = await client.query(
    `select e.id from ${table('ledger_entry')} e
      where not exists (select 1 from ${table('ledger_seal')} s where s.entry_id = e.id)
        and e.written_by < (select max(x.written_by) from ${table('ledger_entry')} x
                              join ${table('ledger_seal')} s on s.entry_id = x.id)`,
  )
  return rows.map(({ id }): LedgerFault => ({ kind: 'entry-inserted', entryId: id }))
}
