import { randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { hashToken } from './session-store.ts'

const VALID_FOR = Temporal.Duration.from({ hours: 72 })

/** Makes a one-time code for a person; only its hash is kept. */
export async function saveInvitation(tx: Tx, context: Context, personId: string): Promise<string> {
  const { code, row } = makeInvitation(context, personId)
  await tx.insertInto('directoryInvitation').values(row).execute()
  return code
}

/** The code, and the row that is to be kept of it. */
export function makeInvitation(context: Context, personId: string) {
  const code = randomBytes(18).toString('base64url')
  const row = { codeHash: hashToken(code), personId, expiresAt: context.now.add(VALID_FOR), usedAt: null }
  return { code, row }
}

/** Whom a link that still works was made for. */
export function findInvited(reader: Reader, code: string, now: Temporal.Instant) {
  return reader
    .selectFrom('directoryInvitation')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'directoryInvitation.personId')
    .select(['name', 'login'])
    .where('codeHash', '=', hashToken(code))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>=', now)
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
