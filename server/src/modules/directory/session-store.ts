import { createHash } from 'node:crypto'
import type { Role } from '@shiji/contract/directory'
import { sql } from 'kysely'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { standings } from './sign-in/sign-in-rules.ts'

/** Idle for half an hour or twelve hours old, a session has ended (security.md D2). */
const IDLE_LIMIT = Temporal.Duration.from({ minutes: 30 })
const ABSOLUTE_LIMIT = Temporal.Duration.from({ hours: 12 })
export const SESSIONS_PER_PERSON = 3

type NewSession = {
  readonly id: string
  readonly token: string
  readonly personId: string
  readonly startedAt: Temporal.Instant
  readonly address: string
  readonly device: string
}

/** Only the hash is kept: who reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export async function saveSession(tx: Tx, { token, ...session }: NewSession): Promise<void> {
  await tx
    .insertInto('directorySession')
    .values({ ...session, tokenHash: hashToken(token), lastSeenAt: session.startedAt, endedAt: null })
    .execute()
}

export function listOpenSessions(reader: Reader, personId: string, now: Temporal.Instant) {
  return openSessions(reader, now).where('personId', '=', personId).selectAll().orderBy('startedAt', 'desc').execute()
}

/** Whose open session this is, and all that decides what they may do: every request asks it. */
export async function findAsking(reader: Reader, token: string, now: Temporal.Instant) {
  const limits = { seenAfter: now.subtract(IDLE_LIMIT), startedAfter: now.subtract(ABSOLUTE_LIMIT) }
  const [asking] = await findOpenSession(reader, { tokenHash: hashToken(token), ...limits })
  return asking
}

type Shown = {
  readonly tokenHash: string
  readonly seenAfter: Temporal.Instant
  readonly startedAfter: Temporal.Instant
}

const findOpenSession = keepStatement((reader, { tokenHash, seenAfter, startedAfter }: Shown) =>
  standings(reader)
    .innerJoin('directorySession as session', 'session.personId', 'person.id')
    .select(['session.id as sessionId', 'session.lastSeenAt', 'person.id as personId', 'person.unitId'])
    .select(sql<Role[]>`array(select role from directory_role where person_id = person.id order by role)`.as('roles'))
    .where('session.tokenHash', '=', tokenHash)
    .where('session.endedAt', 'is', null)
    .where('session.lastSeenAt', '>', seenAfter)
    .where('session.startedAt', '>', startedAfter)
    .where('person.state', '=', 'active')
    .compile(),
)

export async function touchSession(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('directorySession').set({ lastSeenAt: now }).where('id', '=', id).execute()
}

export async function endSessionRow(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('directorySession')
    .set({ endedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute()
}

/** The newest sessions stay; the rest, and with `except` all others, end. */
export async function endOtherSessions(
  tx: Tx,
  personId: string,
  { keep, now }: { keep: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('directorySession')
    .set({ endedAt: now })
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('id', 'not in', keep.length > 0 ? [...keep] : ['00000000-0000-0000-0000-000000000000'])
    .execute()
}

function openSessions(reader: Reader, now: Temporal.Instant) {
  return reader
    .selectFrom('directorySession')
    .where('endedAt', 'is', null)
    .where('lastSeenAt', '>', now.subtract(IDLE_LIMIT))
    .where('startedAt', '>', now.subtract(ABSOLUTE_LIMIT))
}
