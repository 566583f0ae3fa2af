import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'
import { askOn, type Statement, sendOn } from './single-connection.ts'
import type { Tx } from './transaction.ts'

/** Where a transaction was committed. */
type Committed = { readonly pool: Pool; readonly schema: string }

/** The statements of an open transaction whose answers come with its commit, and what is done when it is committed. */
type Along = {
  readonly client: PoolClient
  readonly sent: Promise<unknown>[]
  readonly afterwards: ((where: Committed) => unknown)[]
}

const ALONG = new WeakMap<object, Along>()

/** The builder of a connection begins its next transaction. */
export function beginSending(builder: object, client: PoolClient): Along {
  const along = { client, sent: [], afterwards: [] }
  ALONG.set(builder, along)
  return along
}

/**
 * Sends a statement nobody needs the answer of: it travels with whatever comes next and is answered with the commit. One
 * that fails undoes the transaction as if it had been waited for.
 */
export function sendAlong(tx: Tx, statement: Statement): void {
  const along = alongOf(tx)
  waitAtCommit(along, sendOn(along.client, statement))
}

/** The same for an answer needed only after the commit. */
export async function askAlong<Row extends QueryResultRow>(tx: Tx, statement: Statement): Promise<Row[]> {
  const asking = askOn(tx, statement)
  waitAtCommit(alongOf(tx), asking)
  return (await asking) as Row[]
}

function waitAtCommit({ sent }: Along, sending: Promise<unknown>): void {
  sending.catch(() => undefined)
  sent.push(sending)
}

/**
 * For what is no part of the change and may be lost with this process between the commit and its turn, as the word to
 * open screens; work is promised as a job.
 */
export function afterCommit(tx: Tx, act: (where: Committed) => unknown): void {
  alongOf(tx).afterwards.push(act)
}

function alongOf(builder: object): Along {
  const along = ALONG.get(builder)
  if (along === undefined) throw new Error('no transaction is open here')
  return along
}

/** PostgreSQL answers the commit of a transaction in which a statement failed by undoing it. */
export async function whenCommitted(ended: Promise<QueryResult>, { sent }: Along): Promise<void> {
  const { command } = await ended
  if (command === 'COMMIT') return
  await Promise.all(sent)
  throw new Error('a statement of this transaction failed and nobody heard of it')
}

const ABORTED = '25P02'

/** Whatever is asked after a statement that failed along the way is refused; what matters is why the first did. */
export async function causeOf(failure: unknown, { sent }: Along): Promise<unknown> {
  if ((failure as { code?: unknown } | null)?.code !== ABORTED) return failure
  const first = (await Promise.allSettled(sent)).find(({ status }) => status === 'rejected')
  return first?.status === 'rejected' ? first.reason : failure
}
