import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'

/** Five wrong tries from one address on one login, and that address waits; nobody else does (security.md D2). */
const FROM_ONE_ADDRESS = 5
/** So many over all logins, and an address waits for logins that never came from there before. */
const OVER_ALL_LOGINS = 200
const WAIT = Temporal.Duration.from({ minutes: 15 })

export async function refuseTooMany(reader: Reader, context: Context, login: string): Promise<void> {
  const { address } = context.caller
  const since = context.now.subtract(WAIT)
  const recent = reader.selectFrom('directoryFailedSignIn').where('address', '=', address).where('at', '>', since)
  const count = (rows: typeof recent) =>
    rows.select((select) => select.fn.countAll<bigint>().as('count')).executeTakeFirstOrThrow()

  if ((await count(recent.where('login', '=', login))).count >= FROM_ONE_ADDRESS) {
    refuse('try-later', { minutes: WAIT.minutes })
  }
  if ((await count(recent)).count < OVER_ALL_LOGINS) return
  const known = await reader
    .selectFrom('directorySession')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'directorySession.personId')
    .select('directorySession.id')
    .where('directoryPerson.login', '=', login)
    .where('directorySession.address', '=', address)
    .limit(1)
    .executeTakeFirst()
  if (known === undefined) refuse('try-later', { minutes: WAIT.minutes })
}

export async function saveWrongTry(tx: Tx, context: Context, login: string): Promise<void> {
  await tx
    .insertInto('directoryFailedSignIn')
    .values({ id: context.newId(), login, address: context.caller.address, at: context.now })
    .execute()
}

/** Whoever has come as far as the second step knows the password: there the login is counted, whatever the address. */
export function codeTriesOf(login: string): string {
  return `${login} #code`
}

export async function refuseTooManyCodes(reader: Reader, context: Context, login: string): Promise<void> {
  const { count } = await reader
    .selectFrom('directoryFailedSignIn')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('login', '=', codeTriesOf(login))
    .where('at', '>', context.now.subtract(WAIT))
    .executeTakeFirstOrThrow()
  if (count >= FROM_ONE_ADDRESS) refuse('try-later', { minutes: WAIT.minutes })
}
