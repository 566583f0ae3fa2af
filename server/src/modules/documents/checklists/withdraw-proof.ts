import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { tellChecklist } from './add-items.ts'
import { type ChecklistPlace, listItems, listProofs, withdrawProof as saveWithdrawal } from './checklist-store.ts'
import { getChecklist } from './get-item.ts'

type Withdrawal = { readonly place: ChecklistPlace; readonly proofId: string; readonly because: string }

/** A proof that does not hold is taken back with the reason; it stays to be seen. */
export async function withdrawProof(tx: Tx, context: PersonContext, { place, proofId, because }: Withdrawal) {
  const checklist = await getChecklist(tx, place)
  const proof = (await listProofs(tx, checklist, context.now)).find(({ id }) => id === proofId) ?? refuse('not-found')
  if (proof.withdrawnAt !== null) refuse('changed-meanwhile')
  const item = (await listItems(tx, checklist.id)).find(({ id }) => id === proof.itemId)

  await saveWithdrawal(tx, proofId, { at: context.now, by: context.actor.personId, because })
  const what = { checklistId: checklist.id, itemId: proof.itemId, proofId, because }
  await recordInLedger(tx, context, { did: 'documents.checklist-proof-withdrawn', ...what })
  await tellChecklist(tx, context, checklist, item === undefined ? [] : [item.askedOn])
}
