import { randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { hashToken } from './session-store.ts'

const VALID_FOR = Temporal.Duration.from({ hours: 72 })

/** Makes a one-time code for a person; only its hash is kept. */
export async function saveInvitation(tx: Tx, context: Context, personId: string): Promise<string> {
  const code = randomBytes(18).toString('base64url')
  await tx
    .insertInto('directoryInvitation')
    .values({ codeHash: hashToken(code), personId, expiresAt: context.now.add(VALID_FOR), usedAt: null })
    .execute()
  return code
}

export function lockInvitation(tx: Tx, code: string) {
  return tx
    .selectFrom('directoryInvitation')
    .selectAll()
    .where('codeHash', '=', hashToken(code))
    .forUpdate()
    .executeTakeFirst()
}
