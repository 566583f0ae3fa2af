import { type ChecklistPlace, sayChecklist } from '#modules/documents'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lockDeclaration } from '../../life/life-store.ts'
import { placeOfRow, type RowInput } from './place-of.ts'

type Change = (tx: Tx, context: PersonContext, place: ChecklistPlace) => Promise<void>

/** What every change of a checklist has in common: the right to, the row's own list, and the list as it stands afterwards. */
export async function changeChecklist(context: Context, row: RowInput, change: Change) {
  requirePermission(context, 'performance.write')

  return inTransaction(context.db, async (tx) => {
    if ((await lockDeclaration(tx, context.actor, row.id)) === undefined) refuse('not-found')
    const place = await placeOfRow(tx, context, row)
    await change(tx, context, place)
    return sayChecklist(tx, context, place)
  })
}
