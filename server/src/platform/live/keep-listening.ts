import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { z } from 'zod'
import type { TenantDatabase } from '../database/transaction.ts'
import { Announcement } from './announce.ts'
import { LIVE_CHANNEL, tellNews } from './tell-news.ts'

/** `missed`: the line to the database was cut, so whatever is on a screen is asked again. */
export type LiveNews = { readonly kind: 'changed'; readonly what: Announcement } | { readonly kind: 'missed' }

export type LiveLine = {
  readonly subscribe: (hear: (news: LiveNews) => void) => () => void
  readonly stop: () => Promise<void>
}

/** A process that starts says so: the one before it may have ended between a change and the word of it. */
const StartedAnew = z.object({ schema: z.string(), startedAnew: z.literal(true) })
type StartedAnew = z.infer<typeof StartedAnew>

const Heard = z.union([Announcement, StartedAnew])

const AGAIN_MS = 1_000
const LOOK_MS = 10_000

/** One connection of this process on which it hears what any process announces of the district. */
export function keepListening(db: TenantDatabase): LiveLine {
  const hearers = new Set<(news: LiveNews) => void>()
  const stopping = new AbortController()
  const tell = (news: LiveNews) => {
    for (const hear of hearers) hear(news)
  }
  const done = listenOn({ db, tell, signal: stopping.signal })
  return {
    subscribe: (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    stop: () => {
      stopping.abort()
      return done
    },
  }
}

type Line = {
  readonly db: TenantDatabase
  readonly tell: (news: LiveNews) => void
  readonly signal: AbortSignal
}

async function listenOn({ db, tell, signal }: Line): Promise<void> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    const { pool } = db
    const client = new Client(pool.options as ClientConfig)
    const cut = new Promise<void>((resolve) => {
      client.once('end', resolve)
      client.once('error', () => resolve())
    })
    try {
      await client.connect()
      client.on('notification', ({ payload }) => hear(payload))
      await client.query(`listen ${LIVE_CHANNEL}`)
      if (tries > 0) tell({ kind: 'missed' })
      else tellNews(pool, [JSON.stringify({ schema: db.schema, startedAnew: true } satisfies StartedAnew)])
      // A district that was moved is heard over there.
      while (!signal.aborted && db.pool === pool && (await isWhole(cut, signal)));
    } catch {
      // A database that is away is told by every request already; the line is tried until it is back.
    }
    await client.end().catch(() => undefined)
    await wait(AGAIN_MS, undefined, { signal }).catch(() => undefined)
  }

  function hear(payload: string | undefined): void {
    const told = Heard.safeParse(JSON.parse(payload ?? 'null'))
    if (!told.success || told.data.schema !== db.schema) return
    tell('topic' in told.data ? { kind: 'changed', what: told.data } : { kind: 'missed' })
  }
}

async function isWhole(cut: Promise<void>, signal: AbortSignal): Promise<boolean> {
  const looked = wait(LOOK_MS, true, { signal }).catch(() => false)
  return Promise.race([cut.then(() => false), looked])
}
