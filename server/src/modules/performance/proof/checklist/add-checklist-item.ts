import { addItems, getChecklist } from '#modules/documents'
import type { Context } from '#platform/context'
import { changeChecklist } from './change-checklist.ts'
import type { RowInput } from './place-of.ts'

export function addChecklistItem(context: Context, { name, ...row }: RowInput & { readonly name: string }) {
  return changeChecklist(context, row, async (tx, person, place) => {
    await addItems(tx, person, { checklist: await getChecklist(tx, place), names: [name] })
  })
}
