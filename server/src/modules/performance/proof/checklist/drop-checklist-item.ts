import { dropItem } from '#modules/documents'
import type { Context } from '#platform/context'
import { changeChecklist } from './change-checklist.ts'
import type { RowInput } from './place-of.ts'

type Input = RowInput & { readonly itemId: string; readonly because: string }

export function dropChecklistItem(context: Context, { itemId, because, ...row }: Input) {
  return changeChecklist(context, row, (tx, person, place) => dropItem(tx, person, { place, itemId, because }))
}
