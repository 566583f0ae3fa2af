import type { PlanKind } from '@shiji/contract/upkeep'
import type { Decimal } from '@shiji/kernel/decimal'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { type Fact, type MeasureQuery, periodEnd, periodStart } from '#platform/measure'

/** What all measures of planned work have alike. */
export const OCCURRENCE_FACTS = {
  strength: 'B',
  version: 1,
  exclusions: {
    open: { zh: '还没到最晚时间，尚无结果', en: 'not over yet, without an outcome' },
    waived: { zh: '经批准免做', en: 'waived' },
    withdrawn: { zh: '计划变更后撤下', en: 'taken back by a change of plan' },
  },
  records: { occurrence: { name: { zh: '计划内的一次', en: 'Planned occurrence' }, page: '/upkeep/due/{id}' } },
  register: null,
} as const

type Shape = {
  readonly kinds: readonly PlanKind[]
  /** From the outcome as it was known: `done`, `done-late`, `missed`. */
  readonly numerator: RawBuilder<unknown>
  readonly denominator?: RawBuilder<unknown>
}

/** The outcome as it was known then, from the moments alone, so that an earlier reading can be made again. */
export function outcomeAt(asOf: Temporal.Instant): RawBuilder<string> {
  return sql<string>`case
    when one.withdrawn_at <= ${asOf} then 'withdrawn'
    when one.waived_at <= ${asOf} then 'waived'
    when one.entered_at <= ${asOf} then case when one.done_at <= one.due_at then 'done' else 'done-late' end
    when one.closes_at < ${asOf} then 'missed'
    else 'open' end`
}

/**
 * Everything planned that opens within the period, whatever became of it: the denominator does not shrink with what
 * was missed. Records of a plan without a project count for every project of the unit.
 */
export function plannedWithin(reader: Reader, { scope, period, asOf }: MeasureQuery, kinds: readonly PlanKind[]) {
  return reader
    .selectFrom('upkeepOccurrence as one')
    .innerJoin('upkeepPlan as plan', 'plan.id', 'one.planId')
    .where(
      sql<boolean>`plan.unit_id in (select id from directory_unit where ancestors @> array[${scope.unitId}]::uuid[])`,
    )
    .where(sql<boolean>`plan.kind = any(${[...kinds]}::text[])`)
    .where(
      sql<boolean>`(${scope.projectId}::uuid is null or plan.project_id is null or plan.project_id = ${scope.projectId}::uuid)`,
    )
    .where('one.opensAt', '>=', periodStart(period))
    .where('one.opensAt', '<', periodEnd(period))
    .where('one.laidAt', '<=', asOf)
}

export function occurrenceFacts(reader: Reader, query: MeasureQuery, { kinds, numerator, denominator }: Shape) {
  const { asOf } = query
  const facts = plannedWithin(reader, query, kinds)
    .select(['one.id', 'one.opensAt', 'one.dueAt', 'one.laidAt', 'one.enteredAt', 'one.strength', 'one.isLateEntry'])
    .select(['plan.unitId', 'plan.name', 'plan.peopleNeeded', 'one.day'])
    .select(outcomeAt(asOf).as('outcome'))
  return reader
    .selectFrom(facts.as('fact'))
    .select([
      sql<string>`'occurrence'`.as('recordKind'),
      sql<string>`fact.id::text`.as('id'),
      'fact.opensAt as at',
      sql<Temporal.Instant>`case when fact.entered_at <= ${asOf} then fact.entered_at else fact.laid_at end`.as(
        'enteredAt',
      ),
      'fact.unitId',
      sql<string>`fact.name || ' ' || fact.day`.as('title'),
      sql<string>`case when fact.outcome in ('done', 'done-late') then coalesce(fact.strength, 'D') else 'A' end`.as(
        'strength',
      ),
      sql<Fact['mark']>`case when fact.outcome in ('done', 'done-late') and fact.is_late_entry then 'late' end`.as(
        'mark',
      ),
      sql<Decimal>`(${numerator})::numeric`.as('numerator'),
      sql<Decimal>`(${denominator ?? sql`1`})::numeric`.as('denominator'),
      sql<string | null>`case when fact.outcome in ('open', 'waived', 'withdrawn') then fact.outcome end`.as(
        'exclusion',
      ),
    ])
}

export const IN_TIME = sql`case when fact.outcome = 'done' then 1 else 0 end`
export const DONE_AT_ALL = sql`case when fact.outcome in ('done', 'done-late') then 1 else 0 end`
