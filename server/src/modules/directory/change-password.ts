import { type Context, requireSignedIn } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { hashPassword, matchesPassword } from './password.ts'
import { requireGoodPassword } from './password-rules.ts'
import { savePassword } from './person-store.ts'
import { endOtherSessions } from './session-store.ts'

export async function changePassword(
  context: Context,
  input: { current: string; next: string },
): Promise<Record<string, never>> {
  requireSignedIn(context)
  const { personId, sessionId } = context.actor
  const person = await read(context.db, (reader) =>
    reader
      .selectFrom('directoryPerson')
      .select(['name', 'login', 'passwordHash'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow(),
  )
  if (!(await matchesPassword(input.current, person.passwordHash))) refuse('sign-in-failed')
  requireGoodPassword(input.next, [person.name, person.login ?? ''])
  if (await matchesPassword(input.next, person.passwordHash)) refuse('password-refused', { reason: 'same' })

  const hash = await hashPassword(input.next)

  await inTransaction(context.db, async (tx) => {
    await savePassword(tx, personId, { hash, now: context.now })
    await endOtherSessions(tx, personId, { keep: [sessionId], now: context.now })
    await recordInLedger(tx, context, { did: 'directory.password-changed', personId })
  })
  return {}
}
