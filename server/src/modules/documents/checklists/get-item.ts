import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type ChecklistPlace, type ChecklistRow, findChecklist, listItems } from './checklist-store.ts'

export async function getChecklist(reader: Reader, place: ChecklistPlace): Promise<ChecklistRow> {
  return (await findChecklist(reader, place)) ?? refuse('not-found')
}

/** An item that is still asked for. */
export async function getOpenItem(reader: Reader, place: ChecklistPlace, itemId: string) {
  const checklist = await getChecklist(reader, place)
  const item = (await listItems(reader, checklist.id)).find(({ id }) => id === itemId) ?? refuse('not-found')
  if (item.droppedAt !== null) refuse('checklist-item-dropped')
  return { checklist, item }
}
