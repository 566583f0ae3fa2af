import type { regulations } from '@shiji/contract/regulations'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findDocumentRow } from '../document-store.ts'
import { requireOrder } from './register-regulation.ts'
import { findRegulation, lockRegulation, saveText } from './regulation-store.ts'
import { tellProved } from './tell-proved.ts'

type Input = z.output<NonNullable<(typeof regulations.reviewRegulation)['~orpc']['inputSchema']>>

/** Reviewed, it stands as it is, or a new text takes its place from its own day on. */
export async function reviewRegulation(context: Context, { id, on, note, nextReviewOn, replacement }: Input) {
  requirePermission(context, 'documents.keep')
  const { actor, now, db, newId } = context
  return inTransaction(db, async (tx) => {
    const { repealedOn } = (await lockRegulation(tx, actor, id)) ?? refuse('not-found')
    if (repealedOn !== null) refuse('regulation-repealed')
    if (replacement !== null) {
      requireOrder(replacement)
      if ((await findDocumentRow(tx, actor, replacement.documentId)) === undefined) refuse('not-found')
    }

    const by = { enteredAt: now, enteredBy: actor.personId }
    await tx
      .insertInto('documentsRegulationReview')
      .values({ id: newId(), regulationId: id, reviewedOn: on, note, nextReviewOn, ...by })
      .execute()
    await tx.updateTable('documentsRegulation').set({ nextReviewOn }).where('id', '=', id).execute()
    if (replacement !== null) await saveText(tx, { id: newId(), regulationId: id, ...replacement, ...by })
    const facts = { regulationId: id, on, note, nextReviewOn, replacement }
    await recordInLedger(tx, context, { did: 'documents.regulation-reviewed', ...facts })
    await tellProved(tx, context, id)
    return (await findRegulation(tx, context, id)) ?? refuse('not-found')
  })
}
