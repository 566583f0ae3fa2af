import type { PoolClient, QueryResult } from 'pg'
import type { Statement } from './insert-rows.ts'
import { sendOn } from './single-connection.ts'
import type { Tx } from './transaction.ts'

/** The statements of an open transaction whose answers come with its commit. */
export type Along = { readonly client: PoolClient; readonly sent: Promise<unknown>[] }

const ALONG = new WeakMap<object, Along>()

/** The builder of a connection begins its next transaction. */
export function beginSending(builder: object, client: PoolClient): Along {
  const along = { client, sent: [] }
  ALONG.set(builder, along)
  return along
}

/**
 * Sends a statement nobody needs the answer of: it travels with whatever comes next and is answered with the commit. One
 * that fails undoes the transaction as if it had been waited for.
 */
export function sendAlong(tx: Tx, statement: Statement): void {
  const along = ALONG.get(tx)
  if (along === undefined) throw new Error('no transaction is open here')
  const sent = sendOn(along.client, statement)
  sent.catch(() => undefined)
  along.sent.push(sent)
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
