import { randomBytes } from 'node:crypto'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { hashToken } from '../session-store.ts'
import { findStep, toBase32 } from './totp.ts'

const RECOVERY_CODES = 10

/** The place a secret is sealed for. */
export function secretPlace(personId: string): string {
  return `directory.second-step/${personId}`
}

export function findSecondStep(reader: Reader, personId: string) {
  return reader
    .selectFrom('directorySecondStep')
    .select(['confirmedAt'])
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/** Uses a code up, of the app or of the recovery list; no code works twice, not even for two who come at once. */
export async function takeCode(
  tx: Tx,
  { secrets, now }: Context,
  { personId, code: typed }: { personId: string; code: string },
): Promise<boolean> {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  const own = await tx
    .selectFrom('directorySecondStep')
    .select(['secret', 'lastStep'])
    .where('personId', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (own === undefined) return false
  const secret = secrets.open(own.secret, secretPlace(personId))
  // Recovery codes need no key: they are kept as hashes.
  if (secret === null && /^\d+$/.test(code)) refuse('secret-unreadable')
  const step = secret === null ? null : findStep(secret, code, { now, lastStep: Number(own.lastStep) })
  if (step !== null) {
    await tx
      .updateTable('directorySecondStep')
      .set({ lastStep: BigInt(step) })
      .where('personId', '=', personId)
      .execute()
    return true
  }
  const recovered = await tx
    .updateTable('directoryRecoveryCode')
    .set({ usedAt: now })
    .where('personId', '=', personId)
    .where('codeHash', '=', hashToken(code))
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return recovered.numUpdatedRows === 1n
}

/** Only the hashes are kept; the codes themselves are shown once. */
export async function saveRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => toBase32(randomBytes(10)).slice(0, 12))
  await tx
    .insertInto('directoryRecoveryCode')
    .values(codes.map((code) => ({ codeHash: hashToken(code), personId, usedAt: null })))
    .execute()
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'))
}

export async function removeSecondStep(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('directoryRecoveryCode').where('personId', '=', personId).execute()
  await tx.deleteFrom('directorySecondStep').where('personId', '=', personId).execute()
}
