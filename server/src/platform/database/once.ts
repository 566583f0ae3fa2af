import type { Kysely } from 'kysely'
import { refuse } from '../refusal.ts'
import type { Tables } from './row-types.ts'
import { sendAlong } from './send-along.ts'
import { keepStatement } from './statement.ts'
import type { Tx } from './transaction.ts'

/** What JSON keeps unchanged: a change answers with nothing else, so that its answer can be given again. */
export type Kept = string | number | boolean | null | undefined | readonly Kept[] | { readonly [name: string]: Kept }

/** One request that must not be carried out twice: who asks, under which key, and what exactly. */
export type Once = {
  readonly actorId: string
  readonly key: string
  readonly requestHash: string
  readonly now: Temporal.Instant
  /** A first answer from before this instant is forgotten. */
  readonly since: Temporal.Instant
  /** Which transaction of the request this is, counted from 0. */
  readonly nextStep: () => number
}

/** What the same request was answered before; for work that cannot be done inside the transaction of its change. */
export async function findKept(db: Kysely<Tables>, once: Once): Promise<Kept> {
  const first = await keptOf(db, once, 0)
  if (first === undefined) return undefined
  return first.requestHash === once.requestHash ? (first.result as Kept) : refuse('key-reused')
}

const LOCK_SPACE = 1

/**
 * Carries the work out, or answers what it answered the first time. The answer is written by the transaction of the
 * change itself, so one cannot be without the other; a request at the same time waits for the first.
 */
export async function runOnce<Value>(tx: Tx, once: Once, work: () => Promise<Value>): Promise<Value> {
  const { actorId, key, requestHash, now, since } = once
  const step = once.nextStep()
  // Sent together, done one after the other: the second sees what the first waited for.
  sendAlong(tx, { sql: LOCK, parameters: [`${actorId} ${key} ${step}`] })
  const first = await keptOf(tx, once, step)
  if (first !== undefined) {
    return first.requestHash === requestHash ? (first.result as Value) : refuse('key-reused')
  }

  const value = await work()
  const result = JSON.stringify(value ?? null)
  sendAlong(tx, { sql: FORGET, parameters: [actorId, since] })
  sendAlong(tx, { sql: KEEP, parameters: [actorId, key, step, requestHash, result, now] })
  return value
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended($1, ${LOCK_SPACE}))`

const FORGET = 'delete from kept_result where actor_id = $1 and at <= $2'
const KEEP = `insert into kept_result (actor_id, key, step, request_hash, result, at) values ($1, $2, $3, $4, $5, $6)`

async function keptOf(db: Kysely<Tables>, { actorId, key, since }: Once, step: number) {
  const [kept] = await findKeptResult(db, { actorId, key, step })
  return kept !== undefined && Temporal.Instant.compare(kept.at, since) > 0 ? kept : undefined
}

/** By its whole key and nothing else, which leaves no other index to go by: an actor may have thousands of them. */
const findKeptResult = keepStatement((reader, { actorId, key, step }: KeptKey) =>
  reader
    .selectFrom('keptResult')
    .select(['requestHash', 'result', 'at'])
    .where('actorId', '=', actorId)
    .where('key', '=', key)
    .where('step', '=', step)
    .compile(),
)

type KeptKey = Pick<Once, 'actorId' | 'key'> & { readonly step: number }
