import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { addItems } from './add-items.ts'
import { type ChecklistPlace, saveChecklist } from './checklist-store.ts'
import { findPattern } from './patterns.ts'

/** Once for a unit, project and year: later changes of the pattern leave it alone. The module above has looked whether the person may. */
export async function layOutChecklist(tx: Tx, context: PersonContext, place: ChecklistPlace): Promise<void> {
  const pattern = findPattern(place.list) ?? refuse('not-found')
  const checklist = { id: context.newId(), ...place }

  const isFirst = await saveChecklist(tx, checklist, { at: context.now, by: context.actor.personId })
  if (!isFirst) return
  await recordInLedger(tx, context, { did: 'documents.checklist-laid', checklistId: checklist.id, ...place })
  await addItems(tx, context, { checklist, names: pattern.items })
}
