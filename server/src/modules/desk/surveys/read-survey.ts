import type { SurveyId } from '@shiji/contract/desk-surveys'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { draw } from './open-survey.ts'
import { showSurvey } from './show-survey.ts'
import { listPeople, listTallies, surveysSeenBy } from './survey-store.ts'

export async function readSurvey(context: Context, { id }: { id: SurveyId }) {
  requirePermission(context, 'desk.read')
  const { actor, now } = context
  return read(context.db, async (reader) => {
    const row =
      (await surveysSeenBy(reader, actor).where('survey.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const tallies = (await listTallies(reader, [id])).map(({ score, count }) => ({ score, count }))
    const people = await listPeople(reader, id)
    const shown = showSurvey(row, tallies, now)
    const again = draw(
      people.map((one) => ({ ...one, personId: null })),
      { seed: row.seed, size: row.sampleSize },
    )
    return {
      ...shown,
      seed: row.seed,
      openedBy: row.opener,
      openedAt: row.openedAt.toString(),
      withdrawnBecause: row.withdrawnBecause,
      people,
      isDrawnAgain: again.every(({ isDrawn }, index) => isDrawn === people[index]?.isDrawn),
      scores: shown.standing.kind === 'valid' ? tallies : null,
      mayWithdraw: shown.standing.kind === 'running' && actor.permissions.has('desk.organize'),
    }
  })
}
