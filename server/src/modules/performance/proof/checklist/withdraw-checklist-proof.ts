import { withdrawProof } from '#modules/documents'
import type { Context } from '#platform/context'
import { changeChecklist } from './change-checklist.ts'
import type { RowInput } from './place-of.ts'

type Input = RowInput & { readonly proofId: string; readonly because: string }

export function withdrawChecklistProof(context: Context, { proofId, because, ...row }: Input) {
  return changeChecklist(context, row, (tx, person, place) => withdrawProof(tx, person, { place, proofId, because }))
}
