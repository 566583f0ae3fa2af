import { createHash } from 'node:crypto'
import type { Reader, Tx } from '#platform/database/transaction'

/** Idle for half an hour or twelve hours old, a session has ended (security.md D2). */
export const IDLE_LIMIT = Temporal.Duration.from({ minutes: 30 })
export const ABSOLUTE_LIMIT = Temporal.Duration.from({ hours: 12 })
export const SESSIONS_PER_PERSON = 3

export type NewSession = {
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
