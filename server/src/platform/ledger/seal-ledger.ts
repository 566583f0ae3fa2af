import type { PoolClient } from 'pg'
import { type ChainedEntry, chain, GENESIS, type Link } from './chain.ts'

const BATCH = 5_000

export type Head = { readonly number: bigint; readonly link: Link }
type SealedHead = Head & {
  readonly more: boolean
  /** The oldest transaction that was running: once nothing more is left, whatever was written before it is sealed. */
  readonly settled: string
}

/** Before every transaction there is. */
export const FIRST_WRITING = '0'

/**
 * Chains entries whose transactions are all settled: below the oldest running transaction nothing can appear any more,
 * so the order is final and writers never wait for each other. A tenant that stands still has no running transaction,
 * whatever its neighbours do. `from` is where an earlier round on this server had everything sealed. Returns the head
 * after sealing.
 */
export async function sealLedger(
  client: PoolClient,
  schema: string,
  now: Temporal.Instant,
  tenant: 'standing-still' | { readonly from: string },
): Promise<SealedHead> {
  const table = (name: string) => `${client.escapeIdentifier(schema)}.${name}`
  // The database keeps microseconds; what is hashed must be what it will print.
  const sealedAt = now.toString({ fractionalSecondDigits: 6, roundingMode: 'trunc' })
  await client.query('begin')
  try {
    await client.query(`lock table ${table('ledger_seal')} in share row exclusive mode`)
    let head = await readHead(client, schema)
    const settled = await findSettled(client)
    const [from, until] = tenant === 'standing-still' ? [FIRST_WRITING, LAST_WRITING] : [tenant.from, settled]
    const { rows } = await client.query(
      `select ${ENTRY_COLUMNS} from ${table('ledger_entry')} e
        where not exists (select 1 from ${table('ledger_seal')} s where s.entry_id = e.id)
          and written_by >= $1 and written_by < $2
        order by written_by, id limit ${BATCH}`,
      [from, until],
    )
    const seals = rows.map((entry: ChainedEntry) => {
      const number = head.number + 1n
      head = { number, link: chain(head.link, { number, sealedAt }, entry) }
      return { entryId: entry.id, ...head }
    })
    if (seals.length > 0) {
      await client.query(
        `insert into ${table('ledger_seal')} (number, entry_id, sha256, sm3, sealed_at)
         select n, e, a, b, $5 from unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[]) as t(n, e, a, b)`,
        [
          seals.map(({ number }) => number.toString()),
          seals.map(({ entryId }) => entryId),
          seals.map(({ link }) => link.sha256),
          seals.map(({ link }) => link.sm3),
          sealedAt,
        ],
      )
    }
    await client.query('commit')
    return { ...head, more: seals.length === BATCH, settled }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const LAST_WRITING = '18446744073709551615'

async function findSettled(client: PoolClient): Promise<string> {
  const { rows } = await client.query('select pg_snapshot_xmin(pg_current_snapshot())::text as settled')
  return rows[0].settled
}

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Instants as UTC text with microseconds: what is hashed must not depend on a session's settings. */
export const ENTRY_COLUMNS = `e.id, ${utc('e.at')} as at, e.actor_id as "actorId", e.did, e.request_id as "requestId",
  e.detail::text as detail, e.written_by::text as "writtenBy"`

export const SEAL_COLUMNS = `s.number, s.entry_id as "entryId", s.sha256, s.sm3, ${utc('s.sealed_at')} as "sealedAt"`

/** The newest seal; number 0 before the first. */
export async function readHead(client: PoolClient, schema: string): Promise<Head> {
  const { rows } = await client.query(
    `select number, sha256, sm3 from ${client.escapeIdentifier(schema)}.ledger_seal order by number desc limit 1`,
  )
  const last = rows[0]
  if (last === undefined) return { number: 0n, link: GENESIS }
  return { number: BigInt(last.number), link: { sha256: last.sha256, sm3: last.sm3 } }
}
