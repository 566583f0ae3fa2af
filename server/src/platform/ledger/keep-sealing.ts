import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { appendAnchor, findLastAnchor } from './anchor-log.ts'
import { isSameLink } from './chain.ts'
import { FIRST_WRITING, type Head, sealLedger } from './seal-ledger.ts'

export type SealingEvent =
  /** Told when sealing stops working and once a minute while it does not; entries wait and nothing is lost. */
  | { readonly kind: 'failing'; readonly error: unknown; readonly rounds: number }
  | { readonly kind: 'recovered'; readonly rounds: number }
  /** The database holds less, or something else, than was anchored: restored from a copy, or tampered with. */
  | { readonly kind: 'behind-anchor'; readonly schema: string; readonly number: bigint; readonly anchored: bigint }

export type Sealing = {
  readonly pool: Pool
  readonly schema: string
  readonly dataFolder: string
  readonly now: () => Temporal.Instant
  readonly report: (event: SealingEvent) => void
}

const SEAL_EVERY_MS = 1_000
const REPORT_EVERY_ROUNDS = 60
/** The whole ledger is looked through when a process begins, after a failure or a move, and every hour; else what is new. */
const WHOLE_EVERY_ROUNDS = 3_600

/** Seals what is settled, a round each second, and writes each new head outside the database. Answers how to stop. */
export function keepSealing(sealing: Sealing): () => Promise<void> {
  const stop = new AbortController()
  const running = runRounds(sealing, stop.signal)
  return async () => {
    stop.abort()
    await running
  }
}

async function runRounds(sealing: Sealing, signal: AbortSignal): Promise<void> {
  let anchored: Head | null | undefined
  let failed = 0
  let from = FIRST_WRITING
  let last: Pool | undefined
  for (let round = 1; !signal.aborted; round += 1) {
    try {
      anchored ??= await compareWithAnchor(sealing)
      const { pool } = sealing
      // Another server counts its transactions from elsewhere.
      if (round % WHOLE_EVERY_ROUNDS === 0 || pool !== last) from = FIRST_WRITING
      last = pool
      const sealed = await sealOnce(sealing, { pool, anchored, from })
      anchored = sealed.anchored
      from = sealed.settled
      if (failed > 0) sealing.report({ kind: 'recovered', rounds: failed })
      failed = 0
    } catch (error) {
      // The round rolled back as a whole; the next one starts from the same head.
      if (failed % REPORT_EVERY_ROUNDS === 0) sealing.report({ kind: 'failing', error, rounds: failed })
      failed += 1
      from = FIRST_WRITING
    }
    await sleep(SEAL_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
}

type Begun = { readonly pool: Pool; readonly anchored: Head | null; readonly from: string }

/** Until nothing settled is left; answers the head that is anchored now, and before what everything is sealed. */
async function sealOnce({ schema, dataFolder, now }: Sealing, { pool, anchored, from }: Begun) {
  let last = anchored
  for (;;) {
    const head = await onClient(pool, (client) => sealLedger(client, schema, now(), { from }))
    if (head.number > 0n && (last === null || head.number !== last.number || !isSameLink(head.link, last.link))) {
      await appendAnchor(dataFolder, { schema, number: head.number, link: head.link, at: now().toString() })
      last = head
    }
    if (!head.more) return { anchored: last, settled: head.settled }
  }
}

async function compareWithAnchor({ pool, schema, dataFolder, report }: Sealing): Promise<Head | null> {
  const anchor = await findLastAnchor(dataFolder, schema)
  if (anchor === null) return null
  const { rows } = await onClient(pool, (client) =>
    client.query(
      `select number, sha256, sm3 from ${client.escapeIdentifier(schema)}.ledger_seal where number <= $1
        order by number desc limit 1`,
      [anchor.number.toString()],
    ),
  )
  const number = BigInt(rows[0]?.number ?? 0)
  const isSame = number === anchor.number && isSameLink(rows[0], anchor.link)
  if (!isSame) report({ kind: 'behind-anchor', schema, number, anchored: anchor.number })
  return anchor
}

async function onClient<Value>(pool: Pool, work: (client: PoolClient) => Promise<Value>): Promise<Value> {
  const client = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    client.release(true)
    throw error
  }
}
