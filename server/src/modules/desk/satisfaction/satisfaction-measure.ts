import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineMeasure, type Fact, periodEnd, periodStart } from '#platform/measure'
import { projectThen } from '../lines/project-then.ts'

/** rules.md §4.3: satisfied ÷ valid answers; who was asked and did not answer is shown and not counted. */
export const satisfaction = defineMeasure({
  key: 'desk.satisfaction',
  name: { zh: '满意度', en: 'Satisfaction' },
  formula: {
    zh: '评价为“满意”“很满意”的工单 ÷ 收到评价的工单 × 100%',
    en: 'tickets rated satisfied or better ÷ tickets rated × 100 %',
  },
  unit: '%',
  direction: 'higher',
  shape: 'satisfaction',
  combine: 'share',
  scale: 2,
  strength: 'B',
  version: 1,
  exclusions: { unanswered: { zh: '已发出邀请，未评价', en: 'asked, and not answered' } },
  records: { ticket: { name: { zh: '工单评价', en: 'Rating of a ticket' }, page: '/tickets/{id}' } },
  register: null,
  params: z.strictObject({}),
  facts: (reader, { scope, period, asOf }) => {
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
  },
})
