import { type ProofOffered, proveItem } from '#modules/documents'
import type { Context } from '#platform/context'
import { changeChecklist } from './change-checklist.ts'
import type { RowInput } from './place-of.ts'

type Input = RowInput & Omit<ProofOffered, 'place'>

export function proveChecklistItem(context: Context, { id, position, ...offered }: Input) {
  return changeChecklist(context, { id, position }, (tx, person, place) => proveItem(tx, person, { place, ...offered }))
}
