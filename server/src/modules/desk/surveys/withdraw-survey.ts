import type { SurveyId } from '@shiji/contract/desk-surveys'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { surveysSeenBy } from './survey-store.ts'

/** Only while nobody can know the result: a survey that turned out badly is not taken back. */
export async function withdrawSurvey(context: Context, { id, reason }: { id: SurveyId; reason: string }) {
  requirePermission(context, 'desk.organize')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const survey = await surveysSeenBy(tx, actor).where('survey.id', '=', id).forUpdate(['survey']).executeTakeFirst()
    if (survey === undefined) refuse('not-found')
    if (survey.withdrawnAt !== null || Temporal.Instant.compare(survey.closesAt, now) <= 0) refuse('survey-over')

    await tx
      .updateTable('deskSurvey')
      .set({ withdrawnAt: now, withdrawnBecause: reason })
      .where('id', '=', id)
      .execute()
    await recordInLedger(tx, context, { did: 'desk.survey-withdrawn', surveyId: id, reason })
    return {}
  })
}
