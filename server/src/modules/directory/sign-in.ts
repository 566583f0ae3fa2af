import { randomBytes } from 'node:crypto'
import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findMe } from './find-me.ts'
import { matchesPassword } from './password.ts'
import { findByLogin } from './person-store.ts'
import { endOtherSessions, listOpenSessions, SESSIONS_PER_PERSON, saveSession } from './session-store.ts'

/** Five wrong tries from one address on one login, and that address waits; nobody else does (security.md D2). */
const WRONG_TRIES = 5
const WAIT = Temporal.Duration.from({ minutes: 15 })

export async function signIn(
  context: Context,
  input: { login: string; password: string },
): Promise<z.infer<typeof Me>> {
  const login = input.login.trim().toLowerCase()
  const { tries, person } = await read(context.db, async (reader) => ({
    tries: await reader
      .selectFrom('directoryFailedSignIn')
      .select((select) => select.fn.countAll<bigint>().as('count'))
      .where('login', '=', login)
      .where('address', '=', context.caller.address)
      .where('at', '>', context.now.subtract(WAIT))
      .executeTakeFirstOrThrow(),
    person: await findByLogin(reader, login),
  }))
  if (tries.count >= WRONG_TRIES) refuse('try-later', { minutes: WAIT.minutes })

  // The costly comparison happens outside any transaction, so that waiting callers hold no connection.
  const matches = await matchesPassword(input.password, person?.passwordHash ?? null)

  if (!matches || person === undefined || person.state !== 'active') {
    await inTransaction(context.db, async (tx) => {
      await tx
        .insertInto('directoryFailedSignIn')
        .values({ id: context.newId(), login, address: context.caller.address, at: context.now })
        .execute()
      await recordInLedger(tx, context, { did: 'directory.sign-in-failed', login })
    })
    return refuse('sign-in-failed')
  }
  return inTransaction(context.db, (tx) => openSession(tx, context, person.id))
}

/** Also the last step of accepting an invitation. The token leaves only in the cookie. */
export async function openSession(tx: Tx, context: Context, personId: string): Promise<z.infer<typeof Me>> {
  const session = {
    id: context.newId(),
    token: randomBytes(32).toString('base64url'),
    personId,
    startedAt: context.now,
    address: context.caller.address,
    device: context.caller.device,
  }
  const kept = (await listOpenSessions(tx, personId, context.now)).slice(0, SESSIONS_PER_PERSON - 1).map(({ id }) => id)
  await endOtherSessions(tx, personId, { keep: kept, now: context.now })
  await saveSession(tx, session)
  await recordInLedger(tx, context, { did: 'directory.signed-in', personId, sessionId: session.id })
  context.caller.setSession(session.token)
  return (await findMe(tx, context, personId)) ?? refuse('not-found')
}
