import type { ChangeReport } from '#modules/desk'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { reopenDays } from './day-store.ts'

/** A change that was not carried out used no window: the days since it began are added up again. */
export async function followChange(tx: Tx, _context: Context, { from }: ChangeReport): Promise<void> {
  await reopenDays(tx, from)
}
