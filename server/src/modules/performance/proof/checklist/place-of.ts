import type { FormId } from '@shiji/contract/performance'
import { z } from 'zod'
import type { ChecklistPlace } from '#modules/documents'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findRow } from '../find-row.ts'

export type RowInput = { readonly id: FormId; readonly position: number }

const Params = z.object({ list: z.string() })

/** The checklist a row is bound to; not found where something else proves the row. */
export async function placeOfRow(reader: Reader, context: Context, input: RowInput): Promise<ChecklistPlace> {
  const { declaration, state } = await findRow(reader, context, input)
  const series = state.binding?.series
  if (series?.measure !== 'documents.checklist') return refuse('not-found')
  return { list: Params.parse(series.params).list, scope: series.scope, year: declaration.year }
}
