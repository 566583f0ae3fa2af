import type { Context } from '../context.ts'
import type { Tx } from '../database/transaction.ts'

/** What happened, in one word of the module (`directory.person-added`), and what an auditor needs to see of it. */
export type LedgerNote = { readonly did: string } & Readonly<Record<string, unknown>>

/** Joins the transaction of the change: a change without its entry, or an entry without its change, cannot exist. */
export async function recordInLedger(tx: Tx, context: Context, { did, ...detail }: LedgerNote): Promise<void> {
  await tx
    .insertInto('ledgerEntry')
    .values({
      id: context.newId(),
      at: context.now,
      actorId: context.actor.kind === 'person' ? context.actor.personId : null,
      did,
      requestId: context.requestId,
      detail: JSON.stringify(detail),
    })
    .execute()
}
