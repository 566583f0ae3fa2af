import type { Kysely } from 'kysely'
import type { Pool, PoolClient, QueryConfig } from 'pg'
import { DatabaseAway, isAway } from './database-away.ts'
import { findKept, type Kept, type Once, runOnce } from './once.ts'
import type { Tables } from './row-types.ts'
import { beginSending, causeOf, whenCommitted } from './send-along.ts'
import { buildOn } from './single-connection.ts'

declare const writing: unique symbol

/** What reads. Bound to one tenant; the type offers no way to write. */
export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic'>

/** What writes: an open transaction of one tenant. A store that changes something takes a `Tx`. */
export type Tx = Kysely<Tables> & { readonly [writing]: true }

/** One tenant on the server that holds it. Modules get it from the context and never mention a tenant. */
export type TenantDatabase = {
  readonly pool: Pool
  readonly schema: string
  /** Set by HTTP for a request under an `Idempotency-Key`. */
  readonly once?: Once
  /** Where the tenant is now that it left `pool`; waits while it is on its way. Without it a tenant stays. */
  readonly follow?: (left: Pool) => Promise<Pool>
}

/** This server does not hold the tenant any more; the caller asks the placement table again. */
export class TenantMoved extends Error {
  constructor(schema: string) {
    super(`tenant ${schema} is not held here`)
  }
}

const SCHEMA_NAME = /^tenant_[a-z0-9_]{1,40}$/

/**
 * Runs `work` in one transaction of the tenant; a throw rolls everything back. Under an `Idempotency-Key` a repeat
 * answers what the first run answered and does nothing.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: most changes answer nothing.
export function inTransaction<Value extends Kept | void>(
  db: TenantDatabase,
  work: (tx: Tx) => Promise<Value>,
): Promise<Value> {
  const { once } = db
  return runIn(db, WRITING, (builder) => {
    const tx = builder as Tx
    const run = () => work(tx)
    return once === undefined ? run() : runOnce(tx, once, run)
  })
}

/** What this request was answered when it came before under the same key; undefined when it is new. */
export async function findEarlierAnswer(db: TenantDatabase): Promise<Kept> {
  const { once } = db
  return once === undefined ? undefined : read(db, (reader) => findKept(reader as Kysely<Tables>, once))
}

/** Runs `work` on one read-only snapshot of the tenant. */
export function read<Value>(db: TenantDatabase, work: (reader: Reader) => Promise<Value>): Promise<Value> {
  return runIn(db, READING, work)
}

/**
 * The same for work whose kept statements are all sent at once: beginning, statements and end travel in one piece, so
 * that the database is woken once.
 */
export function readOnce<Value>(db: TenantDatabase, work: (reader: Reader) => Promise<Value>): Promise<Value> {
  return runIn(db, { ...READING, isOne: true }, work)
}

/** The same for statements that must never go through a whole table, whatever the planner thinks of their words. */
export function readByIndex<Value>(db: TenantDatabase, work: (reader: Reader) => Promise<Value>): Promise<Value> {
  return runIn(db, { ...READING, mode: `${READING.mode}; set local enable_seqscan = off` }, work)
}

type Kind = { readonly mode: string; readonly writes: boolean; readonly isOne?: true }

const WRITING: Kind = { mode: '', writes: true }
const READING: Kind = { mode: 'isolation level repeatable read read only', writes: false }

/** A tenant that moved is followed: it was missed before any work was done, so the work begins anew over there. */
async function runIn<Value>(
  db: TenantDatabase,
  kind: Kind,
  work: (builder: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  const { pool, schema, follow } = db
  if (!SCHEMA_NAME.test(schema)) throw new Error(`not a tenant schema: ${schema}`)
  try {
    return await runOn(pool, { schema, kind }, work)
  } catch (error) {
    if (!(error instanceof TenantMoved) || follow === undefined) throw error
    return runOn(await follow(pool), { schema, kind }, work).catch((again: unknown) => {
      // Moved on while we came: the caller's next try finds it.
      throw again instanceof TenantMoved ? new DatabaseAway('not-done', again) : again
    })
  }
}

async function runOn<Value>(
  pool: Pool,
  { schema, kind }: { schema: string; kind: Kind },
  work: (builder: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect().catch((error: unknown) => {
    throw isAway(error) ? new DatabaseAway('not-done', error) : error
  })
  const builder = buildOn<Tables>(client)
  const along = beginSending(builder, client)
  let committing = false
  try {
    const bound = bind(client, schema, kind.mode)
    const working = work(builder)
    const early = kind.isOne ? client.query('commit') : undefined
    early?.catch(() => undefined)
    const value = await workBound(bound, working)
    committing = kind.writes
    const ended = early ?? client.query('commit')
    if (kind.writes) await whenCommitted(ended, along)
    // What was only read is true already: nobody waits for the end of its snapshot, not even who borrows next.
    else ended.catch(() => undefined)
    for (const act of along.afterwards) act({ pool, schema })
    client.release()
    return value
  } catch (failure) {
    const error = await causeOf(failure, along)
    if (isAway(error)) {
      const away = new DatabaseAway(committing ? 'unknown' : 'not-done', error)
      client.release(away)
      throw away
    }
    void client.query('rollback').then(
      () => client.release(),
      (failure: Error) => client.release(failure),
    )
    throw error
  }
}

/**
 * The first statement travels together with the binding: the driver sends without waiting, and a binding that fails
 * leaves a transaction in which no statement succeeds. A database that is away answers the work no more: its connection
 * is given up, and nobody waits.
 */
async function workBound<Value>(bound: Promise<void>, work: Promise<Value>): Promise<Value> {
  const done = work.catch(() => undefined)
  await bound.catch(async (reason: unknown) => {
    if (!isAway(reason)) await done
    throw reason
  })
  return work
}

/** A live database answers the first statement at once, or after the tenant was moved, which takes a second. */
const BIND_TIMEOUT_MS = 3_000

/** Raised by `shiji_control.enter`. */
const NOT_HELD = 'TM001'

/**
 * One round trip: begin, hold the tenant where it is, and become its role, so that even a wrong statement cannot reach
 * a neighbour. A tenant being moved away waits for this shared lock, and is not entered where it is not open any more.
 */
async function bind(client: PoolClient, schema: string, mode: string): Promise<void> {
  const ask = (one: QueryConfig) => client.query({ ...one, query_timeout: BIND_TIMEOUT_MS } as QueryConfig)
  try {
    // Every connection keeps it worked out.
    const entering = { name: 'shiji_enter', text: 'select shiji_control.enter($1)', values: [schema] }
    await Promise.all([ask({ text: `begin ${mode}` }), ask(entering)])
  } catch (error) {
    throw (error as { code?: string }).code === NOT_HELD ? new TenantMoved(schema) : error
  }
}
