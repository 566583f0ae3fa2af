import { randomBytes } from 'node:crypto'
import type { Me } from '@shiji/contract/directory'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { inTransaction, read, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findMe } from './find-me.ts'
import { matchesPassword } from './password.ts'
import { findByLogin, findPersonRow } from './person-store.ts'
import { endOtherSessions, listOpenSessions, SESSIONS_PER_PERSON, saveSession } from './session-store.ts'
import { findSecondStep, takeCode } from './sign-in/second-step-store.ts'
import { ENROLMENT, findSignInRules, needsSecondStep } from './sign-in/sign-in-rules.ts'
import { codeTriesOf, refuseTooMany, refuseTooManyCodes, saveWrongTry } from './sign-in/wrong-tries.ts'

type SignIn = { readonly login: string; readonly password: string; readonly code?: string | undefined }

export async function signIn(context: Context, input: SignIn): Promise<z.infer<typeof Me>> {
  const login = input.login.trim().toLowerCase()
  const { person, step } = await read(context.db, async (reader) => {
    await refuseTooMany(reader, context, login)
    const found = await findByLogin(reader, login)
    return { person: found, step: found && (await findSecondStep(reader, found.id)) }
  })

  // The costly comparison happens outside any transaction, so that waiting callers hold no connection.
  const matches = await matchesPassword(input.password, person?.passwordHash ?? null)

  if (!matches || person === undefined || person.state !== 'active') {
    await recordWrongTry(context, login, login)
    return refuse('sign-in-failed')
  }
  if (step === undefined || step.confirmedAt === null) {
    return inTransaction(context.db, (tx) => openSession(tx, context, person.id))
  }
  if (input.code === undefined || input.code.trim() === '') return refuse('second-step-needed')
  return signInByCode(context, { login, personId: person.id, code: input.code })
}

async function signInByCode(
  context: Context,
  { login, personId, code }: { login: string; personId: string; code: string },
): Promise<z.infer<typeof Me>> {
  await read(context.db, (reader) => refuseTooManyCodes(reader, context, login))
  const me = await inTransaction(context.db, async (tx) =>
    (await takeCode(tx, context, { personId, code })) ? openSession(tx, context, personId) : null,
  )
  if (me !== null) return me
  await recordWrongTry(context, login, codeTriesOf(login))
  return refuse('code-wrong')
}

async function recordWrongTry(context: Context, login: string, counted: string): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    await saveWrongTry(tx, context, counted)
    await recordInLedger(tx, context, { did: 'directory.sign-in-failed', login })
  })
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
  await beginEnrolment(tx, context, personId)
  await recordInLedger(tx, context, { did: 'directory.signed-in', personId, sessionId: session.id })
  context.caller.setSession(session.token)
  return (await findMe(tx, context, personId)) ?? refuse('not-found')
}

/** The time to set up a second step runs from the first sign-in of somebody who needs one. */
async function beginEnrolment(tx: Tx, context: Context, personId: string): Promise<void> {
  const person = await findPersonRow(tx, personId)
  if (!needsSecondStep(await findSignInRules(tx), person?.roles ?? [])) return
  await tx
    .updateTable('directoryPerson')
    .set({ enrolBy: context.now.add(ENROLMENT) })
    .where('id', '=', personId)
    .where('enrolBy', 'is', null)
    .execute()
}
