import { type Context, requireSignedIn } from '#platform/context'
import { findEarlierAnswer, inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { savePassword } from './person-store.ts'
import { endOtherSessions } from './session-store.ts'
import { hashNewPassword } from './sign-in/new-password.ts'
import { requireOwnPassword } from './sign-in/own-password.ts'
import { findSignInRules } from './sign-in/sign-in-rules.ts'

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
  const { hash, earlier } = await hashNewPassword(input.next, person, profile)

  return inTransaction(context.db, async (tx) => {
    await savePassword(tx, personId, { hash, earlier, now: context.now })
    await endOtherSessions(tx, personId, { keep: [sessionId], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.password-changed', personId })
    return {}
  })
}
