import type { PoolClient } from 'pg'
import { type ChainedEntry, chain, GENESIS, isSameLink, type Link } from './chain.ts'
import { ENTRY_COLUMNS, type Head, SEAL_COLUMNS } from './seal-ledger.ts'

/** One place where the ledger no longer says what was sealed. */
export type LedgerFault =
  | { readonly kind: 'entry-changed'; readonly number: bigint; readonly entryId: string }
  | { readonly kind: 'entry-missing'; readonly number: bigint; readonly entryId: string }
  | { readonly kind: 'entry-inserted'; readonly entryId: string }
  | { readonly kind: 'seal-changed'; readonly number: bigint; readonly entryId: string }
  | { readonly kind: 'seal-missing'; readonly number: bigint; readonly last: bigint }
  | { readonly kind: 'tail-cut'; readonly number: bigint; readonly anchored: bigint }
  /** The chain is whole in itself but is not the one whose heads were kept outside the database. */
  | { readonly kind: 'rewritten'; readonly number: bigint; readonly entryId: string }

/** Heads of this tenant, oldest first. */
type Anchors = AsyncIterable<Head> | Iterable<Head>

const PAGE = 10_000

/**
 * Recomputes every link and compares with the heads kept outside the database: without those a cut tail leaves a
 * shorter but whole chain, and a chain computed anew looks as good as the old one.
 */
export async function verifyLedger(client: PoolClient, schema: string, anchors: Anchors): Promise<LedgerFault[]> {
  const table = (name: string) => `${client.escapeIdentifier(schema)}.${name}`
  const check = new ChainCheck()
  const heads = new AnchorReader(anchors)
  for (;;) {
    const rows = await listSealed(client, table, check.number)
    const last = rows.at(-1)
    if (last !== undefined) await heads.readUpTo(BigInt(last.number))
    for (const row of rows) check.take(row, heads.take(BigInt(row.number)))
    if (rows.length < PAGE) break
  }
  const anchored = await heads.readAll()
  return [...check.end(anchored), ...(await listInserted(client, table))]
}

type SealedRow = ChainedEntry & {
  readonly number: string
  readonly entryId: string
  readonly sha256: string
  readonly sm3: string
  readonly sealedAt: string
}

/** A row whose link does not follow: its neighbour tells whether the entry or the seal was changed. */
type Doubt = { readonly number: bigint; readonly entryId: string; readonly computed: Link }

/** Goes along the chain and on from what is stored, so that one changed entry is one fault and not all that follow. */
class ChainCheck {
  number = 0n
  #faults: LedgerFault[] = []
  #link: Link | null = GENESIS
  #doubt: Doubt | null = null
  #rewritten = false

  take(row: SealedRow, anchored: readonly Link[]): void {
    const number = BigInt(row.number)
    if (number > this.number + 1n) this.#miss(this.number + 1n, number - 1n)
    this.number = number
    const stored: Link = { sha256: row.sha256, sm3: row.sm3 }
    const doubt = this.#check(row, stored)
    this.#link = stored
    this.#doubt = doubt
    const differs = anchored.some((link) => !isSameLink(link, stored))
    if (differs && doubt === null && !this.#rewritten) {
      this.#faults.push({ kind: 'rewritten', number, entryId: row.entryId })
    }
    if (anchored.length > 0) this.#rewritten = differs
    if (doubt !== null && anchored.some((link) => isSameLink(link, doubt.computed))) {
      this.#settle('seal-changed')
      this.#link = doubt.computed
    }
  }

  end(anchored: bigint): LedgerFault[] {
    this.#settle('entry-changed')
    if (this.number < anchored) this.#faults.push({ kind: 'tail-cut', number: this.number, anchored })
    return this.#faults
  }

  /** null when the row follows from the one before, or when nobody can tell because that one is gone. */
  #check(row: SealedRow, stored: Link): Doubt | null {
    const { entryId, sealedAt } = row
    if (row.id === null) {
      this.#settle('entry-changed')
      this.#faults.push({ kind: 'entry-missing', number: this.number, entryId })
      return null
    }
    if (this.#link === null) return null
    const place = { number: this.number, sealedAt }
    const computed = chain(this.#link, place, row)
    if (isSameLink(computed, stored)) {
      this.#settle('entry-changed')
      return null
    }
    if (this.#doubt !== null && isSameLink(chain(this.#doubt.computed, place, row), stored)) {
      this.#settle('seal-changed')
      return null
    }
    this.#settle('entry-changed')
    return { number: this.number, entryId, computed }
  }

  #miss(number: bigint, last: bigint): void {
    this.#settle('entry-changed')
    this.#faults.push({ kind: 'seal-missing', number, last })
    this.#link = null
  }

  #settle(kind: 'entry-changed' | 'seal-changed'): void {
    if (this.#doubt === null) return
    const { number, entryId } = this.#doubt
    this.#faults.push({ kind, number, entryId })
    this.#doubt = null
  }
}

/** The anchors of one tenant beside the rows, a page at a time: years of them need no room in memory. */
class AnchorReader {
  #source: AsyncIterator<Head>
  #waiting: Head | null = null
  #near = new Map<bigint, Link[]>()
  #highest = 0n

  constructor(anchors: Anchors) {
    this.#source = inTurn(anchors)
  }

  async readUpTo(number: bigint): Promise<void> {
    for (;;) {
      this.#waiting ??= await this.#next()
      if (this.#waiting === null || this.#waiting.number > number) return
      const { number: at, link } = this.#waiting
      this.#near.set(at, [...(this.#near.get(at) ?? []), link])
      this.#waiting = null
    }
  }

  take(number: bigint): readonly Link[] {
    const links = this.#near.get(number) ?? []
    this.#near.delete(number)
    return links
  }

  /** The highest number ever anchored. */
  async readAll(): Promise<bigint> {
    while ((await this.#next()) !== null);
    return this.#highest
  }

  async #next(): Promise<Head | null> {
    const { value, done } = await this.#source.next()
    if (done === true) return null
    if (value.number > this.#highest) this.#highest = value.number
    return value
  }
}

async function* inTurn(anchors: Anchors): AsyncGenerator<Head> {
  yield* anchors
}

async function listSealed(client: PoolClient, table: (name: string) => string, after: bigint): Promise<SealedRow[]> {
  const { rows } = await client.query(
    `select ${SEAL_COLUMNS}, ${ENTRY_COLUMNS}
       from ${table('ledger_seal')} s left join ${table('ledger_entry')} e on e.id = s.entry_id
      where s.number > $1 order by s.number limit ${PAGE}`,
    [after.toString()],
  )
  return rows
}

/**
 * An entry older than a sealed one that has no seal of its own was slipped in behind the sealer's back. Transactions are
 * counted by each server, so only entries sealed since the tenant came to this one are compared.
 */
async function listInserted(client: PoolClient, table: (name: string) => string): Promise<LedgerFault[]> {
  const { rows } = await client.query(
    `select e.id from ${table('ledger_entry')} e
      where not exists (select 1 from ${table('ledger_seal')} s where s.entry_id = e.id and s.number > 0)
        and e.written_by < (select max(x.written_by) from ${table('ledger_entry')} x
                              join ${table('ledger_seal')} s on s.entry_id = x.id
                             where s.number > coalesce((select max(m.number) from ${table('ledger_seal')} m
                                                          join ${table('ledger_entry')} y on y.id = m.entry_id
                                                         where y.did in ('platform.tenant-moved', 'platform.tenant-restored')), 0))`,
  )
  return rows.map(({ id }): LedgerFault => ({ kind: 'entry-inserted', entryId: id }))
}
