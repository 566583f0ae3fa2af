import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'

/** Items of checklists a regulation proves are counted again on the days they were asked for. */
export async function tellProved(tx: Tx, context: Context, regulationId: string): Promise<void> {
  const items = await tx
    .selectFrom('documentsChecklistProof as proof')
    .innerJoin('documentsChecklistItem as item', 'item.id', 'proof.itemId')
    .innerJoin('documentsChecklist as checklist', 'checklist.id', 'item.checklistId')
    .select(['checklist.unitId', 'checklist.projectId', 'item.askedOn'])
    .distinct()
    .where('proof.regulationId', '=', regulationId)
    .execute()
  for (const { unitId, projectId, askedOn } of items) {
    await tell(tx, context, MEASURE_CHANGED, { measures: ['documents.checklist'], unitId, projectId, days: [askedOn] })
  }
}
