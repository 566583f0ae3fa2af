import { z } from 'zod'
import { afterCommit, askAlong } from '../database/send-along.ts'
import type { Statement } from '../database/single-connection.ts'
import type { Tx } from '../database/transaction.ts'
import { tellNews } from './tell-news.ts'

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

/** PostgreSQL passes on less than 8000 bytes. */
const MOST_HEARERS = 150

export type NewAnnouncement = {
  readonly topic: string
  readonly about: string | null
  /** The unit concerned and all above it. */
  readonly units?: readonly string[]
  readonly people?: readonly string[]
}

/** Heard by every server process once the transaction is committed, and by none when it is not. */
export async function announce(tx: Tx, what: NewAnnouncement): Promise<void> {
  afterCommit(tx, ({ pool, schema }) => tellNews(pool, piecesOf(what, schema)))
}

type FoundHearers = {
  readonly topic: string
  /** A query of one column, `person`, of the transaction itself. */
  readonly people: Statement
}

/** The same to people only the database knows yet: nobody waits to be told who they are. */
export async function announceToFound(tx: Tx, { topic, people }: FoundHearers): Promise<void> {
  const asked = askAlong<{ person: string }>(tx, people)
  // One that fails is told of by the commit.
  asked.catch(() => undefined)
  afterCommit(tx, async ({ pool, schema }) => {
    const found = (await asked).map(({ person }) => person)
    tellNews(pool, piecesOf({ topic, about: null, people: found }, schema))
  })
}

function piecesOf({ units = [], people = [], ...what }: NewAnnouncement, schema: string): string[] {
  const pieces = Math.max(1, Math.ceil(people.length / MOST_HEARERS))
  return Array.from({ length: pieces }, (_, at) => {
    const some = people.slice(at * MOST_HEARERS, (at + 1) * MOST_HEARERS)
    return JSON.stringify({ schema, ...what, units: [...units], people: some } satisfies Announcement)
  })
}
