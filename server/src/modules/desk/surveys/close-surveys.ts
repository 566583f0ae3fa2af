import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { MEASURE_CHANGED } from '#platform/measure'
import { satisfaction } from '../satisfaction/satisfaction-measure.ts'

/** When the last day of a survey is over its answers count; the figures that were made before are made again. */
export async function closeSurveys(context: Context): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const closed = await close(tx, context.now)
    for (const { id, unitId, projectId, judgedOn } of closed) {
      await recordInLedger(tx, context, { did: 'desk.survey-closed', surveyId: id })
      await tell(tx, context, MEASURE_CHANGED, { measures: [satisfaction.key], unitId, projectId, days: [judgedOn] })
    }
  })
}

function close(tx: Tx, now: Temporal.Instant) {
  return tx
    .updateTable('deskSurvey')
    .set({ closedAt: now })
    .where('closesAt', '<=', now)
    .where('closedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning(['id', 'unitId', 'projectId', 'judgedOn'])
    .execute()
}
