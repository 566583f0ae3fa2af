import type { Context } from '../context.ts'
import type { Tx } from '../database/transaction.ts'

/** What happened, in one word of the module (`directory.person-added`), and what an auditor needs to see of it. */
export type LedgerNote = { readonly did: string } & Readonly<Record<string, unknown>>

/** A statement holds 65,535 parameters at most. */
const NOTES_AT_ONCE = 1000

/** Joins the transaction of the change: a change without its entry, or an entry without its change, cannot exist. */
export function recordInLedger(tx: Tx, context: Context, note: LedgerNote): Promise<void> {
  return recordAllInLedger(tx, context, [note])
}

/** The same, answering which entry it is: for what is proved by its place in the ledger. */
export async function anchorInLedger(tx: Tx, context: Context, note: LedgerNote): Promise<string> {
  const [id = ''] = await writeNotes(tx, context, [note])
  return id
}

/** The same for a change of many records: each keeps an entry of its own. */
export async function recordAllInLedger(tx: Tx, context: Context, notes: readonly LedgerNote[]): Promise<void> {
  await writeNotes(tx, context, notes)
}

async function writeNotes(tx: Tx, context: Context, notes: readonly LedgerNote[]): Promise<string[]> {
  const { now, requestId, actor } = context
  const entries = notes.map(({ did, ...detail }) => ({
    id: context.newId(),
    at: now,
    actorId: actor.kind === 'person' ? actor.personId : null,
    did,
    requestId,
    detail: JSON.stringify(detail),
  }))
  for (let from = 0; from < entries.length; from += NOTES_AT_ONCE) {
    await tx
      .insertInto('ledgerEntry')
      .values(entries.slice(from, from + NOTES_AT_ONCE))
      .execute()
  }
  return entries.map(({ id }) => id)
}
