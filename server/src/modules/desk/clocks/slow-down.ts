import type { Context } from '#platform/context'
import { inTransaction, type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'

const WITHIN = Temporal.Duration.from({ minutes: 10 })
const AT_MOST = 20

/**
 * Pages anybody may open answer an address so often and no oftener; what is older is forgotten. Whoever is held off
 * costs one look and leaves nothing behind.
 */
export async function slowDown(context: Context): Promise<void> {
  const { db, caller, now, newId } = context
  const since = now.subtract(WITHIN)
  const { address } = caller
  if ((await read(db, (reader) => countTries(reader, address, since))) >= AT_MOST) {
    refuse('slow-down', { minutes: WITHIN.minutes })
  }
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('deskPublicTry').where('address', '=', address).where('at', '<=', since).execute()
    await tx.insertInto('deskPublicTry').values({ id: newId(), address, at: now }).execute()
  })
}

async function countTries(reader: Reader, address: string, since: Temporal.Instant): Promise<number> {
  const { count } = await reader
    .selectFrom('deskPublicTry')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('address', '=', address)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
