import { type Context, requireSignedIn } from '#platform/context'
import { findEarlierAnswer, inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashPassword, matchesPassword } from './password.ts'
import { savePassword } from './person-store.ts'
import { endOtherSessions } from './session-store.ts'
import { type OwnPassword, requireOwnPassword } from './sign-in/own-password.ts'
import { PASSWORD_RULES, requireGoodPassword } from './sign-in/password-rules.ts'
import { findSignInRules } from './sign-in/sign-in-rules.ts'

/** Kept whatever the profile says, so that a stricter one finds them. */
const HASHES_KEPT = Math.max(...Object.values(PASSWORD_RULES).map(({ notAgain }) => notAgain))

export async function changePassword(
  context: Context,
  input: { current: string; next: string },
): Promise<Record<string, never>> {
  requireSignedIn(context)
  const { personId, sessionId } = context.actor
  // Sent again after it was done, the present password is no longer the present one.
  if ((await findEarlierAnswer(context.db)) !== undefined) return {}
  const person = await requireOwnPassword(context, input.current)
  const { profile } = await read(context.db, findSignInRules)
  requireGoodPassword(input.next, [person.name, person.login], profile)
  if (input.next === input.current) refuse('password-refused', { reason: 'same' })
  await refuseEarlier(input.next, person, PASSWORD_RULES[profile].notAgain)

  const hash = await hashPassword(input.next)
  const earlier = [person.passwordHash ?? '', ...person.earlierHashes].slice(0, HASHES_KEPT)

  return inTransaction(context.db, async (tx) => {
    await savePassword(tx, personId, { hash, earlier, now: context.now })
    await endOtherSessions(tx, personId, { keep: [sessionId], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.password-changed', personId })
    return {}
  })
}

/** The present one is the first of the last five. */
async function refuseEarlier(next: string, { earlierHashes }: OwnPassword, notAgain: number): Promise<void> {
  for (const hash of earlierHashes.slice(0, Math.max(0, notAgain - 1))) {
    if (await matchesPassword(next, hash)) refuse('password-refused', { reason: 'earlier' })
  }
}
