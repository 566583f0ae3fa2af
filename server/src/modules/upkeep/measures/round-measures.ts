import type { Decimal } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import { defineMeasure, type Fact } from '#platform/measure'
import { NO_PARAMS } from './completion-measures.ts'
import { OCCURRENCE_FACTS, outcomeAt, plannedWithin } from './occurrence-facts.ts'

const RATE = {
  ...OCCURRENCE_FACTS,
  unit: '%',
  direction: 'higher',
  combine: 'share',
  scale: 2,
  params: NO_PARAMS,
} as const

/** rules.md §4.3: days with as many valid rounds as planned ÷ days due. */
export const roundDays = defineMeasure({
  ...RATE,
  key: 'upkeep.inspection-rounds',
  name: { zh: '巡检达标天数比例', en: 'Days with every round' },
  formula: {
    zh: '当天各时段巡检都按时完成的天数 ÷ 应巡检的天数 × 100%',
    en: 'days on which every round was done in its time ÷ days due × 100 %',
  },
  shape: 'frequency',
  records: { 'round-day': { name: { zh: '巡检日', en: 'Day of rounds' }, page: null } },
  facts: (reader, query) => {
    const rounds = plannedWithin(reader, query, ['inspection'])
      .select(['one.planId', 'one.day', 'one.opensAt', 'one.laidAt', 'one.enteredAt', 'one.strength'])
      .select(['one.isLateEntry', 'plan.unitId', 'plan.name', outcomeAt(query.asOf).as('outcome')])
    const all = (outcome: string) => sql`bool_and(round.outcome = ${sql.lit(outcome)})`
    return reader
      .selectFrom(rounds.as('round'))
      .select([
        sql<string>`'round-day'`.as('recordKind'),
        sql<string>`round.plan_id || ' ' || round.day`.as('id'),
        sql<Temporal.Instant>`min(round.opens_at)`.as('at'),
        sql<Temporal.Instant>`max(case when round.entered_at <= ${query.asOf} then round.entered_at
          else round.laid_at end)`.as('enteredAt'),
        'round.unitId',
        sql<string>`round.name || ' ' || round.day || ' ' || count(*) filter (where round.outcome = 'done')
          || '/' || count(*) filter (where round.outcome not in ('waived', 'withdrawn'))`.as('title'),
        sql<string>`coalesce(max(round.strength), 'A')`.as('strength'),
        sql<Fact['mark']>`case when bool_or(round.is_late_entry) then 'late' end`.as('mark'),
        sql<Decimal>`(case when bool_and(round.outcome in ('done', 'waived', 'withdrawn')) then 1 else 0 end)::numeric`.as(
          'numerator',
        ),
        sql<Decimal>`1::numeric`.as('denominator'),
        sql<string | null>`case when bool_or(round.outcome = 'open') then 'open'
          when ${all('withdrawn')} then 'withdrawn'
          when bool_and(round.outcome in ('waived', 'withdrawn')) then 'waived' end`.as('exclusion'),
      ])
      .groupBy(['round.planId', 'round.day', 'round.unitId', 'round.name'])
  },
})

export const pointsCovered = defineMeasure({
  ...RATE,
  key: 'upkeep.points-covered',
  name: { zh: '点位覆盖率', en: 'Points seen' },
  formula: {
    zh: '实际查看的点位次数 ÷ 应查看的点位次数 × 100%；跳过的和漏检的不算查看',
    en: 'points seen ÷ points due × 100 %; skipped and missed ones were not seen',
  },
  shape: 'plan',
  records: { point: { name: { zh: '点位', en: 'Point' }, page: null } },
  facts: (reader, query) =>
    plannedWithin(reader, query, ['inspection'])
      .innerJoin('upkeepPoint as point', 'point.routeId', 'plan.routeId')
      .leftJoin('upkeepVisit as visit', (join) =>
        join
          .onRef('visit.pointId', '=', 'point.id')
          .onRef('visit.occurrenceId', '=', 'one.id')
          .on('visit.enteredAt', '<=', query.asOf),
      )
      .where(sql<boolean>`coalesce(point.since <= one.opens_at, true) and coalesce(point.until > one.opens_at, true)`)
      .select([
        sql<string>`'point'`.as('recordKind'),
        sql<string>`one.id || ' ' || point.position`.as('id'),
        'one.opensAt as at',
        sql<Temporal.Instant>`coalesce(visit.entered_at, one.laid_at)`.as('enteredAt'),
        'plan.unitId',
        sql<string>`plan.name || ' ' || one.day || ' ' || point.name`.as('title'),
        sql<string>`case when visit.id is null then 'A'
          when visit.proof = 'scan' or cardinality(visit.photos) > 0 then 'B' else 'D' end`.as('strength'),
        sql<Fact['mark']>`case when visit.is_late_entry then 'late' end`.as('mark'),
        sql<Decimal>`(case when visit.skip_reason = '' then 1 else 0 end)::numeric`.as('numerator'),
        sql<Decimal>`1::numeric`.as('denominator'),
        sql<string | null>`case when ${outcomeAt(query.asOf)} in ('open', 'waived', 'withdrawn')
          then ${outcomeAt(query.asOf)} end`.as('exclusion'),
      ]),
})

export const faultsMended = defineMeasure({
  ...RATE,
  key: 'upkeep.faults-mended',
  name: { zh: '巡检隐患整改率', en: 'Faults of rounds mended' },
  formula: { zh: '已整改的隐患 ÷ 巡检发现的隐患 × 100%', en: 'mended ÷ found on rounds × 100 %' },
  shape: 'ratio',
  exclusions: {},
  records: { fault: { name: { zh: '隐患', en: 'Fault' }, page: null } },
  facts: (reader, { scope, period, asOf }) =>
    reader
      .selectFrom('upkeepFault as fault')
      .innerJoin('upkeepVisit as visit', 'visit.id', 'fault.visitId')
      .innerJoin('upkeepPoint as point', 'point.id', 'visit.pointId')
      .innerJoin('upkeepOccurrence as one', 'one.id', 'visit.occurrenceId')
      .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
      .select([
        sql<string>`'fault'`.as('recordKind'),
        sql<string>`fault.id::text`.as('id'),
        'fault.foundAt as at',
        'fault.enteredAt',
        'plan.unitId',
        sql<string>`point.name || ' ' || fault.what`.as('title'),
        sql<string>`'B'`.as('strength'),
        sql<Fact['mark']>`case when visit.is_late_entry then 'late' end`.as('mark'),
        sql<Decimal>`(case when fault.mended_entered_at <= ${asOf} then 1 else 0 end)::numeric`.as('numerator'),
        sql<Decimal>`1::numeric`.as('denominator'),
        sql<string | null>`null`.as('exclusion'),
      ])
      .where(
        sql<boolean>`plan.unit_id in (select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`,
      )
      .where(sql<boolean>`(${scope.projectId}::uuid is null or plan.project_id is null
        or plan.project_id = ${scope.projectId}::uuid)`)
      .where(
        sql<boolean>`(fault.found_at at time zone 'Asia/Shanghai')::date between ${period.from} and ${period.until}`,
      )
      .where('fault.enteredAt', '<=', asOf),
})
