import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { CONTRACT_MEASURES } from './contract-measures.ts'

const KEYS = CONTRACT_MEASURES.map(({ key }) => key)

type Changed = { readonly unitId: string; readonly projectId: string; readonly days: readonly string[] }

/** A deed on a contract may move any of its figures on the days it touches. */
export async function tellContract(tx: Tx, context: Context, { unitId, projectId, days }: Changed): Promise<void> {
  await tell(tx, context, MEASURE_CHANGED, { measures: KEYS, unitId, projectId, days: [...new Set(days)] })
}
