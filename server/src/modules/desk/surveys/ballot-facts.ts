import type { Decimal } from '@shiji/kernel/decimal'
import { SATISFIED_FROM } from '@shiji/kernel/survey/survey-standing'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { type Fact, type MeasureQuery, periodEnd, periodStart } from '#platform/measure'
import { OFFICE_TIME_ZONE } from '#platform/office-day'
import { dueBefore } from '../measures/ticket-facts.ts'

type Ballot = { readonly surveyId: string; readonly score: number | null; readonly number: number }

/** Every answer counted, and one line without a score for everybody who was asked and did not answer. */
const ballots = sql<Ballot>`(
  select tally.survey_id, tally.score, row_number() over (partition by tally.survey_id order by tally.score desc) as number
    from desk_survey_tally tally cross join lateral generate_series(1, tally.count)
  union all
  select link.survey_id, null, row_number() over (partition by link.survey_id)
    from desk_survey_link link where not link.is_used)`.as('ballot')

/** The day that is judged, from its first instant. */
const judgedAt = sql<Temporal.Instant>`(survey.judged_on::timestamp at time zone ${OFFICE_TIME_ZONE})`

/** The answers of surveys that are over; too few of them are listed and not counted, and do not say what they were. */
export function ballotFacts(
  reader: Reader,
  { scope, period, params, asOf }: MeasureQuery<{ audience?: string | undefined }>,
) {
  const answered = sql`(select sum(tally.count) from desk_survey_tally tally where tally.survey_id = survey.id)`
  const isEnough = sql<boolean>`${answered} >= survey.minimum`
  return reader
    .selectFrom('deskSurvey as survey')
    .innerJoin(ballots, 'ballot.surveyId', 'survey.id')
    .select([
      sql<string>`'ballot'`.as('recordKind'),
      sql<string>`survey.id || case when ballot.score is null then '-none-' else '-' end || ballot.number`.as('id'),
      judgedAt.as('at'),
      'survey.closesAt as enteredAt',
      'survey.unitId',
      'survey.title',
      sql<string>`'B'`.as('strength'),
      sql<Fact['mark']>`null::text`.as('mark'),
      sql<Decimal>`(case when ballot.score >= ${SATISFIED_FROM} and ${isEnough} then 1 else 0 end)::numeric`.as(
        'numerator',
      ),
      sql<Decimal>`1::numeric`.as('denominator'),
      sql<
        string | null
      >`case when ballot.score is null then 'unanswered' when ${isEnough} then null else 'too-few' end`.as('exclusion'),
    ])
    .where(
      sql<boolean>`survey.unit_id in (select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`,
    )
    .where(sql<boolean>`${judgedAt} >= ${periodStart(period)}`)
    .where(sql<boolean>`${judgedAt} < ${periodEnd(period)}`)
    .where(sql<boolean>`survey.closes_at <= ${dueBefore(asOf)}`)
    .where('survey.withdrawnAt', 'is', null)
    .$if(scope.projectId !== null, (some) => some.where('survey.projectId', '=', scope.projectId))
    .$if(params.audience !== undefined, (some) => some.where('survey.audience', '=', params.audience ?? ''))
}
