import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineMeasure, type Fact, periodEnd, periodStart } from '#platform/measure'
import { projectThen } from '../lines/project-then.ts'

/** rules.md §4.3: complaint register, cause approved; counted is what the quality of the service caused. */
export const complaintCount = defineMeasure({
  key: 'desk.complaints',
  name: { zh: '有效投诉数', en: 'Complaints confirmed' },
  formula: {
    zh: '期间内收到、经复核确因服务质量或处理不当的投诉数',
    en: 'complaints of the period that a second person found caused by the service',
  },
  unit: '次',
  direction: 'lower',
  shape: 'count',
  combine: 'sum',
  scale: 0,
  // A register kept by hand, the cause confirmed by a second person.
  strength: 'B',
  version: 2,
  exclusions: {
    unjudged: { zh: '尚未复核原因', en: 'cause not confirmed yet' },
    other: { zh: '非服务原因', en: 'another cause' },
    unfounded: { zh: '不成立', en: 'unfounded' },
  },
  records: { complaint: { name: { zh: '投诉', en: 'Complaint' }, page: null, table: 'desk_complaint' } },
  register: { key: 'desk.complaints', name: { zh: '投诉登记簿', en: 'Register of complaints' } },
  params: z.strictObject({}),
  facts: (reader, { scope, period, asOf }) => {
    const inScope = sql<string>`(select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`
    return reader
      .selectFrom('deskComplaint as complaint')
      .select([
        sql<string>`'complaint'`.as('recordKind'),
        sql<string>`complaint.id::text`.as('id'),
        'complaint.receivedAt as at',
        'complaint.recordedAt as enteredAt',
        'complaint.unitId',
        'complaint.what as title',
        sql<string>`'B'`.as('strength'),
        sql<
          Fact['mark']
        >`case when complaint.recorded_at > complaint.received_at + interval '24 hours' then 'late' end`.as('mark'),
        sql<Decimal>`1::numeric`.as('numerator'),
        sql<Decimal>`1::numeric`.as('denominator'),
        sql<string | null>`case when complaint.judged_at is null or complaint.judged_at > ${asOf} then 'unjudged'
          when complaint.verdict = 'service' then null else complaint.verdict end`.as('exclusion'),
      ])
      .where(sql<boolean>`(complaint.unit_id in ${inScope} or complaint.team_id in ${inScope})`)
      .where('complaint.receivedAt', '>=', periodStart(period))
      .where('complaint.receivedAt', '<', periodEnd(period))
      .$if(scope.projectId !== null, (some) =>
        some.where(
          sql`case when complaint.ticket_id is null then complaint.project_id
            else ${projectThen('complaint.ticket_id', asOf)} end`,
          '=',
          scope.projectId,
        ),
      )
      .where('complaint.recordedAt', '<=', asOf)
  },
})
