import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { tellChecklist } from './add-items.ts'
import { type ChecklistPlace, dropItem as saveDrop } from './checklist-store.ts'
import { getOpenItem } from './get-item.ts'

type Drop = { readonly place: ChecklistPlace; readonly itemId: string; readonly because: string }

/** What does not apply is left out for everybody to see, never removed. */
export async function dropItem(tx: Tx, context: PersonContext, { place, itemId, because }: Drop): Promise<void> {
  const { checklist, item } = await getOpenItem(tx, place, itemId)

  await saveDrop(tx, itemId, { at: context.now, by: context.actor.personId, because })
  const what = { checklistId: checklist.id, itemId, because }
  await recordInLedger(tx, context, { did: 'documents.checklist-item-dropped', ...what })
  await tellChecklist(tx, context, checklist, [item.askedOn])
}
