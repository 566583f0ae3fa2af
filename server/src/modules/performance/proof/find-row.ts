import type { FormId } from '@shiji/contract/performance'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type Approved, listApproved } from './approved-store.ts'
import { loadRows } from './load-rows.ts'
import type { RowState } from './say-row.ts'

export type FoundRow = { readonly declaration: Approved; readonly state: RowState }

/** A row of an approved declaration the actor may see. */
export async function findRow(
  reader: Reader,
  context: Context,
  { id, position }: { readonly id: FormId; readonly position: number },
): Promise<FoundRow> {
  const [declaration] = await listApproved(reader, context.actor, { id, limit: 1 })
  if (declaration === undefined) return refuse('not-found')
  const [loaded] = await loadRows(reader, context, { declarations: [declaration], year: declaration.year })
  const state = loaded?.rows[position] ?? refuse('not-found')
  return { declaration, state }
}
