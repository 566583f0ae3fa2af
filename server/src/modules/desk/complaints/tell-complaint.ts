import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { complaintCount } from './complaint-measure.ts'

type Complaint = { readonly unitId: string; readonly teamId: string; readonly receivedAt: Temporal.Instant }

export async function tellComplaint(
  tx: Tx,
  context: Context,
  { unitId, teamId, receivedAt }: Complaint,
): Promise<void> {
  const days = [officeDay(receivedAt).toString()]
  for (const id of new Set([unitId, teamId]))
    await tell(tx, context, MEASURE_CHANGED, { measures: [complaintCount.key], unitId: id, projectId: null, days })
}
