import { randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { inPieces } from '#platform/lists/in-pieces'
import { hashToken } from './session-store.ts'

const VALID_FOR = Temporal.Duration.from({ hours: 72 })

/** Makes a one-time code for a person; only its hash is kept. */
export async function saveInvitation(tx: Tx, context: Pick<Context, 'now'>, personId: string): Promise<string> {
  const { code, row } = makeInvitation(context, personId)
  await tx.insertInto('directoryInvitation').values(row).execute()
  return code
}

/** The same, and the only one that works from now on. */
export async function renewInvitation(tx: Tx, context: Pick<Context, 'now'>, personId: string): Promise<string> {
  await endInvitations(tx, context, [personId])
  return saveInvitation(tx, context, personId)
}

export async function endInvitations(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  personIds: readonly string[],
): Promise<void> {
  for (const piece of inPieces(personIds)) {
    await tx
      .updateTable('directoryInvitation')
      .set({ usedAt: now })
      .where('personId', 'in', piece)
      .where('usedAt', 'is', null)
      .execute()
  }
}

/** The code, and the row that is to be kept of it. */
export function makeInvitation(context: Pick<Context, 'now'>, personId: string) {
  const code = randomBytes(18).toString('base64url')
  const row = { codeHash: hashToken(code), personId, expiresAt: context.now.add(VALID_FOR), usedAt: null }
  return { code, row }
}

/** Whom a link that still works was made for; nobody who is disabled. */
export function findInvited(reader: Reader, code: string, now: Temporal.Instant) {
  return reader
    .selectFrom('directoryInvitation')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'directoryInvitation.personId')
    .select(['name', 'login', 'passwordHash', 'earlierHashes'])
    .where('codeHash', '=', hashToken(code))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>=', now)
    .where('directoryPerson.state', '!=', 'disabled')
    .executeTakeFirst()
}

export function lockInvitation(tx: Tx, code: string) {
  return tx
    .selectFrom('directoryInvitation')
    .selectAll()
    .where('codeHash', '=', hashToken(code))
    .forUpdate()
    .executeTakeFirst()
}
