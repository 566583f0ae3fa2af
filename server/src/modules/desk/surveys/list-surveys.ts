import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { showSurvey } from './show-survey.ts'
import { listTallies, surveysSeenBy } from './survey-store.ts'

export async function listSurveys(context: Context, { year }: { year: number }) {
  requirePermission(context, 'desk.read')
  return read(context.db, async (reader) => {
    const rows = await surveysSeenBy(reader, context.actor)
      .where('survey.judgedOn', '>=', `${year}-01-01`)
      .where('survey.judgedOn', '<=', `${year}-12-31`)
      .orderBy('survey.judgedOn', 'desc')
      .orderBy('survey.openedAt', 'desc')
      .execute()
    const ids = rows.map(({ id }) => id)
    const tallies = Map.groupBy(await listTallies(reader, ids), ({ surveyId }) => surveyId)
    return rows.map((row) => showSurvey(row, tallies.get(row.id) ?? [], context.now))
  })
}
