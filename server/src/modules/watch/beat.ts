import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { hashOfWord } from './probe-store.ts'

/** Only the moment is kept; whether it came in time the probe finds at its next look. */
export async function beat(context: Context, { word }: { word: string }) {
  const { db, now } = context
  await inTransaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('watchProbe')
      .set({ beatAt: now })
      .where('beatHash', '=', hashOfWord(word))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) refuse('not-found')
  })
  return {}
}
