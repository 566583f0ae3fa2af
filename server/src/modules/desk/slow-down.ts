import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'

const WITHIN = Temporal.Duration.from({ minutes: 10 })
const AT_MOST = 20

/** Pages anybody may open answer an address so often and no oftener; what is older is forgotten. */
export async function slowDown({ db, caller, now, newId }: Context): Promise<void> {
  const tries = await inTransaction(db, async (tx) => {
    const since = now.subtract(WITHIN)
    await tx.deleteFrom('deskPublicTry').where('address', '=', caller.address).where('at', '<=', since).execute()
    await tx.insertInto('deskPublicTry').values({ id: newId(), address: caller.address, at: now }).execute()
    const { count } = await tx
      .selectFrom('deskPublicTry')
      .select(({ fn }) => fn.countAll<bigint>().as('count'))
      .where('address', '=', caller.address)
      .executeTakeFirstOrThrow()
    return Number(count)
  })
  if (tries > AT_MOST) refuse('slow-down', { minutes: WITHIN.minutes })
}
