import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'

/** One for all districts of a database: who listens picks its own. */
export const LIVE_CHANNEL = 'shiji_live'

const AGAIN_MS = 1_000
/** Nobody sees a screen change so much later, and a busy office pays for one notice instead of ten. */
const GATHER_MS = 25
/** While the database is away nothing is looked at anew; what is older than this many is not worth telling. */
const MOST_WAITING = 5_000

const TELL = 'select pg_notify($1, told) from unnest($2::text[]) told'

type Teller = { waiting: string[]; isTelling: boolean }

const TELLERS = new WeakMap<Pool, Teller>()

/**
 * Tells every server process what a committed change is about. Apart from the change: PostgreSQL lets only one
 * transaction with a notice commit at a time, and holds all others until its log is on the disk. What comes within a
 * moment, or while a notice is on its way, goes with the next.
 */
export function tellNews(pool: Pool, told: readonly string[]): void {
  const teller = TELLERS.get(pool) ?? { waiting: [], isTelling: false }
  TELLERS.set(pool, teller)
  teller.waiting = [...teller.waiting, ...told].slice(-MOST_WAITING)
  if (!teller.isTelling) void tellWaiting(pool, teller)
}

async function tellWaiting(pool: Pool, teller: Teller): Promise<void> {
  teller.isTelling = true
  while (teller.waiting.length > 0) {
    await wait(GATHER_MS, undefined, { ref: false })
    if (pool.ended || pool.ending) break
    const told = teller.waiting
    teller.waiting = []
    try {
      await pool.query({ name: 'shiji_tell', text: TELL, values: [LIVE_CHANNEL, told] })
    } catch {
      // Whoever listens is cut off too while the database is away, and asks everything again; this is for the others.
      teller.waiting = [...told, ...teller.waiting].slice(-MOST_WAITING)
      await wait(AGAIN_MS, undefined, { ref: false })
    }
  }
  teller.isTelling = false
}
