import type { RegulationId } from '@shiji/contract/regulations'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findRegulation, lockRegulation } from './regulation-store.ts'
import { tellProved } from './tell-proved.ts'

type Input = { readonly id: RegulationId; readonly on: string; readonly because: string }

export async function repealRegulation(context: Context, { id, on, because }: Input) {
  requirePermission(context, 'documents.keep')
  const { actor, now, db } = context
  return inTransaction(db, async (tx) => {
    const { repealedOn } = (await lockRegulation(tx, actor, id)) ?? refuse('not-found')
    if (repealedOn !== null) refuse('regulation-repealed')

    const repeal = { repealedOn: on, repealedAt: now, repealedBy: actor.personId, repealedBecause: because }
    await tx.updateTable('documentsRegulation').set(repeal).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'documents.regulation-repealed', regulationId: id, on, because })
    await tellProved(tx, context, id)
    return (await findRegulation(tx, context, id)) ?? refuse('not-found')
  })
}
