import type { Context } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { sendAlong } from '../database/send-along.ts'
import type { Tx } from '../database/transaction.ts'
import { inPieces } from '../lists/in-pieces.ts'

/** Who did it, when, and in answer to what. */
type Origin = Pick<Context, 'now' | 'requestId' | 'actor' | 'newId'>

/** What happened, in one word of the module (`directory.person-added`), and what an auditor needs to see of it. */
export type LedgerNote = { readonly did: string } & Readonly<Record<string, unknown>>

/**
 * Joins the transaction of the change: a change without its entry, or an entry without its change, cannot exist. Costs no
 * round trip, since nothing but the commit waits for it.
 */
export function recordInLedger(tx: Tx, context: Origin, note: LedgerNote): Promise<void> {
  return recordAllInLedger(tx, context, [note])
}

/** The same, answering which entry it is: for what is proved by its place in the ledger. */
export async function anchorInLedger(tx: Tx, context: Origin, note: LedgerNote): Promise<string> {
  const [id = ''] = writeNotes(tx, context, [note])
  return id
}

/** The same for a change of many records: each keeps an entry of its own. */
export async function recordAllInLedger(tx: Tx, context: Origin, notes: readonly LedgerNote[]): Promise<void> {
  writeNotes(tx, context, notes)
}

function writeNotes(tx: Tx, context: Origin, notes: readonly LedgerNote[]): string[] {
  const { now, requestId, actor } = context
  const entries = notes.map(({ did, ...detail }) => ({
    id: context.newId(),
    at: now,
    actorId: actor.kind === 'person' ? actor.personId : null,
    did,
    requestId,
    detail,
  }))
  for (const few of inPieces(entries)) sendAlong(tx, insertRows('ledgerEntry', few))
  return entries.map(({ id }) => id)
}
