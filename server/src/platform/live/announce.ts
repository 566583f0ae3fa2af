import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { sendAlong } from '../database/send-along.ts'
import type { Tx } from '../database/transaction.ts'

/** That something people look at has changed; what it is they ask again. */
export const Announcement = z.object({
  schema: z.string(),
  /** What kind of screen moves; the manifest of a module says who may hear of it. */
  topic: z.string(),
  /** Which of them, null for all: an id the screen knows. */
  about: z.string().nullable(),
  /** Units whose people hear it; a person hears what concerns the own unit or one below. */
  units: z.array(z.string()),
  people: z.array(z.string()),
})

export type Announcement = z.infer<typeof Announcement>

/** One for all districts of a database: who listens picks its own. */
export const LIVE_CHANNEL = 'shiji_live'

/** PostgreSQL passes on less than 8000 bytes. */
const MOST_HEARERS = 150

export type NewAnnouncement = {
  readonly topic: string
  readonly about: string | null
  /** The unit concerned and all above it. */
  readonly units?: readonly string[]
  readonly people?: readonly string[]
}

/** Heard by every server process when the transaction is committed, and by none when it is not. */
export async function announce(tx: Tx, { units = [], people = [], ...what }: NewAnnouncement): Promise<void> {
  for (let at = 0; at === 0 || at < people.length; at += MOST_HEARERS) {
    const told = JSON.stringify({ ...what, units, people: people.slice(at, at + MOST_HEARERS) })
    const heard = sql`(${told}::jsonb || jsonb_build_object('schema', current_schema()))::text`
    sendAlong(tx, sql`select pg_notify(${LIVE_CHANNEL}, ${heard})`.compile(tx))
  }
}

export type FoundHearers = {
  readonly topic: string
  /** A query of one column, `person`, carried out when the statement comes to its turn. */
  readonly people: RawBuilder<unknown>
}

/** The same to people only the database knows yet: nobody waits to be told who they are. */
export async function announceToFound(tx: Tx, { topic, people }: FoundHearers): Promise<void> {
  const what = JSON.stringify({ topic, about: null, units: [] })
  const heard = sql`(${what}::jsonb || jsonb_build_object('schema', current_schema(), 'people', jsonb_agg(person)))::text`
  const pieces = sql`select person, (row_number() over () - 1) / ${MOST_HEARERS}::integer as piece from (${people}) found`
  sendAlong(tx, sql`select pg_notify(${LIVE_CHANNEL}, ${heard}) from (${pieces}) hearer group by piece`.compile(tx))
}
