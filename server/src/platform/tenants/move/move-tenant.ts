import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError, type PoolClient } from 'pg'
import { type Head, readHead, sealLedger } from '../../ledger/seal-ledger.ts'
import { CONTROL_SCHEMA, migrateTenant } from '../create-tenant.ts'
import { onServer } from '../database-server.ts'
import { isInStep, openChannel } from './channel.ts'
import { changeState, findState, tryHoldMove, type Ways } from './move-state.ts'
import { letGo, settle, settleMove } from './settle-move.ts'

export type MoveStep = 'copying' | 'in-step' | 'switching' | 'open' | 'done'

export type Move = Ways & {
  readonly newId: () => string
  /** Of the entry the ledger gets. */
  readonly requestId: string
  readonly now: () => Temporal.Instant
  readonly signal: AbortSignal
  readonly tell: (step: MoveStep) => void
}

export type Moved =
  | { readonly kind: 'moved'; readonly pauseMs: number }
  | { readonly kind: 'already-there' | 'not-here' | 'busy' }

/**
 * Carries a tenant to another server while it is used. Rows are copied and followed by logical replication; then the
 * tenant stands still under its lock until the last change has arrived, which takes a fraction of a second. Killed
 * anywhere, `settleMove` finishes it or takes it back.
 */
export async function moveTenant(move: Move): Promise<Moved> {
  const { from, to, schema } = move
  // What an earlier move left: one that came here and did not let go over there, or one that went there half-way.
  await settleMove({ from: to, to: from, schema })
  return onServer(from.pool, async (client) => {
    if (!(await tryHoldMove(client, schema))) return { kind: 'busy' }
    await settle(move)
    const state = await findState(from.pool, schema)
    if (state !== 'open') return { kind: state === 'moved' ? 'already-there' : 'not-here' }
    try {
      await copy(move)
      const pauseMs = await change(move, client)
      move.tell('open')
      await letGo(move)
      move.tell('done')
      return { kind: 'moved', pauseMs }
    } catch (error) {
      await settle(move)
      throw error
    }
  })
}

async function copy(move: Move): Promise<void> {
  const { from, to, schema } = move
  const { rows } = await from.pool.query(
    `select id, slug, name, time_zone, created_at from ${CONTROL_SCHEMA}.tenant where schema_name = $1`,
    [schema],
  )
  const { id, slug, name, time_zone: timeZone, created_at: createdAt } = rows[0]
  await to.pool.query(
    `insert into ${CONTROL_SCHEMA}.tenant (id, slug, name, schema_name, time_zone, state, created_at)
     values ($1, $2, $3, $4, $5, 'arriving', $6)
     on conflict (id) do update set state = 'arriving' where tenant.state = 'moved'`,
    [id, slug, name, schema, timeZone, createdAt],
  )
  move.tell('copying')
  await onServer(to.pool, (client) => migrateTenant(client, schema))
  await openChannel(move)
  while (!(await isInStep(move))) {
    move.signal.throwIfAborted()
    await sleep(50)
  }
  move.tell('in-step')
  // What has queued up during the copy runs through before anybody has to wait for it.
  await waitForHead(move, await onServer(from.pool, (client) => readHead(client, schema)))
  move.signal.throwIfAborted()
}

async function change(move: Move, client: PoolClient): Promise<number> {
  const { from, to, schema } = move
  move.tell('switching')
  await closeDoor(move, client)
  const began = performance.now()
  const head = await onServer(from.pool, async (sealing) => {
    await sealing.query(
      `insert into ${sealing.escapeIdentifier(schema)}.ledger_entry (id, at, did, request_id, detail)
       values ($1, $2, 'platform.tenant-moved', $3, $4)`,
      [move.newId(), move.now().toString(), move.requestId, JSON.stringify({ from: from.name, to: to.name })],
    )
    return sealAll(sealing, move)
  })
  await waitForHead(move, head)
  if (!(await changeState(to.pool, schema, { was: 'arriving', becomes: 'open' }))) {
    throw new Error(`tenant ${schema} was taken back`)
  }
  return performance.now() - began
}

/** Whoever runs a long transaction is waited for without holding up the others behind us for longer than this. */
const LOCK_TIMEOUT = '300ms'
const LOCK_TRIES = 40
const LOCK_NOT_AVAILABLE = '55P03'

/** Waits for the transactions that run, and lets no other begin. */
async function closeDoor(move: Move, client: PoolClient): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query('begin')
      await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [move.schema])
      const closed = await changeState(client, move.schema, { was: 'open', becomes: 'moving' })
      await client.query('commit')
      if (!closed) throw new Error(`tenant ${move.schema} is not open`)
      return
    } catch (error) {
      await client.query('rollback')
      if (!(error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE) || tries === LOCK_TRIES) throw error
      await sleep(200)
    }
  }
}

/** Nobody writes any more, so all entries are settled, whatever the neighbours on this server are doing. */
async function sealAll(client: PoolClient, { schema, now }: Move): Promise<Head> {
  while ((await sealLedger(client, schema, now(), 'standing-still')).more);
  return readHead(client, schema)
}

async function waitForHead({ to, schema, signal }: Move, head: Head): Promise<void> {
  for (;;) {
    const arrived = await onServer(to.pool, (client) => readHead(client, schema))
    if (arrived.number >= head.number) return
    signal.throwIfAborted()
    await sleep(5)
  }
}
