import type { PackLedger } from '@shiji/kernel/bundle/pack-ledger'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { GENESIS } from '#platform/ledger/chain'
import { ENTRY_COLUMNS } from '#platform/ledger/seal-ledger'

/** The entry of the ledger that names the root, with its link; undefined until the ledger has chained it. */
export async function findAnchor(reader: Reader, entryId: string): Promise<Omit<PackLedger, 'root'> | undefined> {
  const row = await reader
    .selectFrom('ledgerSeal as s')
    .innerJoin(
      sql<Entry>`lateral (select ${sql.raw(ENTRY_COLUMNS)} from ledger_entry e where e.id = s.entry_id)`.as<'e'>(
        sql`e`,
      ),
      (join) => join.onTrue(),
    )
    .leftJoin('ledgerSeal as before', (join) => join.on(sql<boolean>`before.number = s.number - 1`))
    .select(['s.number', 's.sha256', 's.sm3', 'before.sha256 as previous'])
    .select(sql<string>`to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('sealedAt'))
    .select(['e.id', 'e.at', 'e.did', 'e.detail'])
    // The ledger's own text of an entry names its columns itself.
    .select([
      sql<string | null>`e."actorId"`.as('actorId'),
      sql<string>`e."requestId"`.as('requestId'),
      sql<string>`e."writtenBy"`.as('writtenBy'),
    ])
    .where('s.entryId', '=', entryId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { number, sealedAt, sha256, sm3, previous, id, at, actorId, did, requestId, detail, writtenBy } = row
  return {
    previous: previous ?? GENESIS.sha256,
    number: String(number),
    sealedAt,
    entry: [id, at, actorId, did, requestId, detail, writtenBy],
    sha256,
    sm3,
  }
}

type Entry = {
  readonly id: string
  readonly at: string
  readonly actorId: string | null
  readonly did: string
  readonly requestId: string
  readonly detail: string
  readonly writtenBy: string
}
