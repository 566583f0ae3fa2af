import { Audience } from '@shiji/contract/desk-surveys'
import { AUDIENCE_WORDS } from '@shiji/contract/survey-words'
import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '#platform/database/transaction'
import { defineMeasure, type Fact, type MeasureQuery, periodEnd, periodStart } from '#platform/measure'
import { projectThen } from '../lines/project-then.ts'
import { ballotFacts } from '../surveys/ballot-facts.ts'

const AUDIENCES: readonly (readonly [RegExp, z.infer<typeof Audience>])[] = [
  [/教师|老师/, 'teacher'],
  [/学校/, 'school'],
  [/科室|部门/, 'department'],
  [/管理人员/, 'managers'],
  [/工作人员|职工/, 'staff'],
  [/群众|公众|市民/, 'public'],
]

/** rules.md §4.3: satisfied ÷ valid answers; who was asked and did not answer is shown and not counted. */
export const satisfaction = defineMeasure({
  key: 'desk.satisfaction',
  name: { zh: '满意度', en: 'Satisfaction' },
  formula: {
    zh: '满意和很满意的有效答卷、工单评价 ÷ 全部有效答卷、工单评价 × 100%；调查结束且达到最小样本才有效',
    en: 'answers to surveys and tickets that are satisfied or better ÷ all of them × 100 %; a survey counts once it is over and has its minimum sample',
  },
  unit: '%',
  direction: 'higher',
  shape: 'satisfaction',
  combine: 'share',
  scale: 2,
  strength: 'B',
  version: 2,
  exclusions: {
    unanswered: { zh: '已发出邀请，未评价', en: 'asked, and not answered' },
    'too-few': { zh: '调查没有达到最小样本', en: 'the survey did not reach its minimum sample' },
  },
  records: {
    ticket: { name: { zh: '工单评价', en: 'Rating of a ticket' }, page: '/tickets/{id}' },
    ballot: { name: { zh: '调查答卷', en: 'Answer to a survey' }, page: null },
  },
  register: null,
  params: z.strictObject({ audience: Audience.optional() }),
  paramWords: { audience: { name: { zh: '调查对象', en: 'Who was asked' }, choices: AUDIENCE_WORDS } },
  paramsFrom: ({ name }) => {
    const audience = AUDIENCES.find(([words]) => words.test(name))?.[1]
    return audience === undefined ? {} : { audience }
  },
  facts: (reader, query) =>
    // Tickets do not say which audience the caller belongs to.
    query.params.audience === undefined
      ? ticketRatings(reader, query).unionAll(ballotFacts(reader, query))
      : ballotFacts(reader, query),
})

/** The one-tap answers to tickets. */
function ticketRatings(reader: Reader, { scope, period, asOf }: MeasureQuery) {
  const inScope = sql<string>`(select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`
  const isAnswered = sql<boolean>`coalesce(asked.answered_at <= ${asOf}, false)`
  return reader
    .selectFrom('deskSatisfaction as asked')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'asked.ticketId')
    .select([
      sql<string>`'ticket'`.as('recordKind'),
      sql<string>`ticket.id::text`.as('id'),
      'ticket.reportedAt as at',
      'asked.askedAt as enteredAt',
      'ticket.unitId',
      sql<string>`ticket.number || ' ' || ticket.what`.as('title'),
      sql<string>`'B'`.as('strength'),
      sql<Fact['mark']>`null::text`.as('mark'),
      sql<Decimal>`(case when ${isAnswered} and asked.score >= 4 then 1 else 0 end)::numeric`.as('numerator'),
      sql<Decimal>`1::numeric`.as('denominator'),
      sql<string | null>`case when ${isAnswered} then null else 'unanswered' end`.as('exclusion'),
    ])
    .where(sql<boolean>`(ticket.unit_id in ${inScope} or ticket.team_id in ${inScope})`)
    .where('ticket.reportedAt', '>=', periodStart(period))
    .where('ticket.reportedAt', '<', periodEnd(period))
    .$if(scope.projectId !== null, (some) => some.where(projectThen('ticket.id', asOf), '=', scope.projectId))
    .where('asked.askedAt', '<=', asOf)
}
