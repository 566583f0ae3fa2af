import type { PersonContext } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { matchesPassword } from '../password.ts'
import { refuseTooMany, saveWrongTry } from './wrong-tries.ts'

export type OwnPassword = {
  readonly name: string
  readonly login: string
  readonly passwordHash: string | null
  readonly earlierHashes: readonly string[]
}

/** Asked again before anything that opens the account; guessing here is slowed as it is at the door. */
export async function requireOwnPassword(context: PersonContext, password: string): Promise<OwnPassword> {
  const { personId } = context.actor
  const person = await read(context.db, async (reader) => {
    const row = await reader
      .selectFrom('directoryPerson')
      .select(['name', 'login', 'passwordHash', 'earlierHashes'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    await refuseTooMany(reader, context, row.login ?? '')
    return { ...row, login: row.login ?? '' }
  })
  if (await matchesPassword(password, person.passwordHash)) return person

  await inTransaction({ pool: context.db.pool, schema: context.db.schema }, async (tx) => {
    await saveWrongTry(tx, context, person.login)
    await recordInLedger(tx, context, { did: 'directory.sign-in-failed', login: person.login })
  })
  return refuse('sign-in-failed')
}
