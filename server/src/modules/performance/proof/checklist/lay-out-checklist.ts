import { layOutChecklist as layOut } from '#modules/documents'
import type { Context } from '#platform/context'
import { changeChecklist } from './change-checklist.ts'
import type { RowInput } from './place-of.ts'

export function layOutChecklist(context: Context, row: RowInput) {
  return changeChecklist(context, row, layOut)
}
