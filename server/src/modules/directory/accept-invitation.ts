import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockInvitation } from './invitation-store.ts'
import { hashPassword } from './password.ts'
import { findByLogin } from './person-store.ts'
import { searchWordsOf } from './search-words.ts'
import { requireGoodPassword } from './sign-in/password-rules.ts'
import { findSignInRules } from './sign-in/sign-in-rules.ts'
import { openSession } from './sign-in.ts'

type Acceptance = { readonly code: string; readonly name: string; readonly login: string; readonly password: string }

/** One use, then the link is dead. The first administrator comes in by such a link too: no account is built in. */
export async function acceptInvitation(context: Context, input: Acceptance): Promise<z.infer<typeof Me>> {
  const { name, login, password } = input
  const { profile } = await read(context.db, findSignInRules)
  requireGoodPassword(password, [name, login], profile)
  const passwordHash = await hashPassword(password)

  return inTransaction(context.db, async (tx) => {
    const invitation = await lockInvitation(tx, input.code)
    if (invitation === undefined || invitation.usedAt !== null) return refuse('invitation-invalid')
    if (Temporal.Instant.compare(invitation.expiresAt, context.now) < 0) return refuse('invitation-invalid')
    const { personId } = invitation
    const { login: set, state } = await readInvited(tx, personId)
    if (state === 'disabled') return refuse('invitation-invalid')
    if (set !== null && set !== login) return refuse('login-set', { login: set })
    if (set === null && (await findByLogin(tx, login)) !== undefined) return refuse('login-taken', { login })

    await tx
      .updateTable('directoryPerson')
      .set({ name, login, passwordHash, passwordSetAt: context.now, state: 'active', ...searchWordsOf(name, login) })
      .where('id', '=', personId)
      .execute()
    await tx
      .updateTable('directoryInvitation')
      .set({ usedAt: context.now })
      .where('codeHash', '=', invitation.codeHash)
      .execute()
    await recordInLedger(tx, context, { did: 'directory.invitation-accepted', personId, login })
    return openSession(tx, context, personId)
  })
}

function readInvited(tx: Tx, personId: string) {
  return tx
    .selectFrom('directoryPerson')
    .select(['login', 'state'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}
