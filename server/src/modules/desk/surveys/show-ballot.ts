import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { slowDown } from '../clocks/slow-down.ts'
import { ballotPage } from './ballot-page.ts'
import { isPersonBarred } from './barred.ts'
import { findLink } from './survey-store.ts'

export async function showBallot(context: Context, { code }: { code: string }) {
  const { db, now, language } = context
  const link = await read(db, (reader) => findLink(reader, code))
  // A whole school answers from one address: only who guesses is slowed down.
  if (link === undefined) {
    await slowDown(context)
    return ballotPage({ kind: 'gone' }, language)
  }
  if (await isAnswererBarred(context)) return ballotPage({ kind: 'barred' }, language)
  if (isOver(link, now)) return ballotPage({ kind: 'over' }, language)
  return ballotPage(link.isUsed ? { kind: 'before' } : { kind: 'question', title: link.title }, language)
}

type Ending = {
  readonly closesAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
}

export function isOver({ closesAt, closedAt, withdrawnAt }: Ending, now: Temporal.Instant): boolean {
  return withdrawnAt !== null || closedAt !== null || Temporal.Instant.compare(closesAt, now) <= 0
}

/** Whoever is signed in and serves does not answer for those who are served. */
export async function isAnswererBarred({ actor, db }: Context): Promise<boolean> {
  if (actor.kind !== 'person') return false
  return actor.permissions.has('desk.work') || (await read(db, (reader) => isPersonBarred(reader, actor.personId)))
}
