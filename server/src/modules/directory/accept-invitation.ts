import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findInvited, lockInvitation } from './invitation-store.ts'
import { findByLogin, savePassword } from './person-store.ts'
import { searchWordsOf } from './search-words.ts'
import { endOtherSessions } from './session-store.ts'
import { hashNewPassword } from './sign-in/new-password.ts'
import { findSecondStep } from './sign-in/second-step-store.ts'
import { findSignInRules } from './sign-in/sign-in-rules.ts'
import { openSession } from './sign-in.ts'

type Acceptance = { readonly code: string; readonly name: string; readonly login: string; readonly password: string }

/**
 * One use, then the link is dead. The first administrator comes in by such a link too: no account is built in. Whoever came
 * in before chooses a new password only; a second step is still asked for at the door (security.md D4), so there null is
 * answered.
 */
export async function acceptInvitation(context: Context, input: Acceptance): Promise<z.infer<typeof Me> | null> {
  const { login, password } = input
  const { invited, profile } = await read(context.db, async (reader) => ({
    invited: (await findInvited(reader, input.code, context.now)) ?? refuse('invitation-invalid'),
    ...(await findSignInRules(reader)),
  }))
  const cameIn = invited.passwordHash !== null
  const name = cameIn ? invited.name : input.name
  const { hash, earlier } = await hashNewPassword(password, { ...invited, name, login }, profile)

  return inTransaction(context.db, async (tx) => {
    const invitation = await lockInvitation(tx, input.code)
    if (invitation === undefined || invitation.usedAt !== null) return refuse('invitation-invalid')
    const { personId } = invitation
    await requireLogin(tx, personId, login)

    await tx
      .updateTable('directoryPerson')
      .set({ name, login, state: 'active', ...searchWordsOf(name, login) })
      .where('id', '=', personId)
      .execute()
    await savePassword(tx, personId, { hash, earlier, now: context.now })
    await tx
      .updateTable('directoryInvitation')
      .set({ usedAt: context.now })
      .where('codeHash', '=', invitation.codeHash)
      .execute()
    await endOtherSessions(tx, personId, { keep: [], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.invitation-accepted', personId, login, cameIn })
    const step = await findSecondStep(tx, personId)
    return step === undefined || step.confirmedAt === null ? openSession(tx, context, personId) : null
  })
}

/** A login that is set stands, and no two people share one. */
async function requireLogin(tx: Tx, personId: string, login: string): Promise<void> {
  const { login: set, state } = await tx
    .selectFrom('directoryPerson')
    .select(['login', 'state'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (state === 'disabled') refuse('invitation-invalid')
  if (set !== null && set !== login) refuse('login-set', { login: set })
  if (set === null && (await findByLogin(tx, login)) !== undefined) refuse('login-taken', { login })
}
