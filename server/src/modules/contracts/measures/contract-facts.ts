import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { isWithin } from '#modules/directory'
import type { Reader } from '#platform/database/transaction'
import type { Fact, MeasureQuery } from '#platform/measure'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'

/** What all measures of contracts have alike: a share of records, listed with the page of their contract. */
export const CONTRACT_FACTS = {
  unit: '%',
  direction: 'higher',
  combine: 'share',
  scale: 2,
  version: 1,
  register: null,
  params: z.strictObject({}),
} as const

export const RUNNING = { zh: '期限未到，尚无结果', en: 'its day has not come, so there is no outcome yet' } as const

/** First instant of a day of the office. */
export function instantOf(day: RawBuilder<unknown>) {
  return sql<Temporal.Instant>`${day}::timestamp at time zone ${sql.lit(OFFICE_TIME_ZONE)}`
}

/** The day of the office of an instant. */
export function dayOf(instant: RawBuilder<unknown>) {
  return sql<string>`(${instant} at time zone ${sql.lit(OFFICE_TIME_ZONE)})::date`
}

/** The day as which a question is asked; everything known ever lies after every day. */
export function askedOn({ asOf }: MeasureQuery): string {
  return officeDay(asOf).toString()
}

export type Said = {
  readonly kind: string
  /** Where it is not the unit of the contract. */
  readonly unitId?: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
  /** The day the record counts for. */
  readonly day: RawBuilder<unknown>
  readonly enteredAt: RawBuilder<unknown>
  readonly title: RawBuilder<unknown>
  readonly strength: RawBuilder<unknown>
  readonly isLate?: RawBuilder<unknown>
  readonly numerator: RawBuilder<unknown>
  readonly denominator?: RawBuilder<unknown>
  readonly exclusion?: RawBuilder<unknown>
}

/** The columns of a fact, from what a record says. */
export function columnsOf({ kind, exclusion, isLate, denominator, ...said }: Said) {
  const late = isLate ?? sql`false`
  return [
    sql<string>`${sql.lit(kind)}`.as('recordKind'),
    sql<string>`${said.id}::text`.as('id'),
    instantOf(said.day).as('at'),
    sql<Temporal.Instant>`${said.enteredAt}`.as('enteredAt'),
    sql<string>`${said.unitId ?? sql`contract.unit_id`}`.as('unitId'),
    sql<string>`${said.title}`.as('title'),
    sql<string>`${said.strength}`.as('strength'),
    sql<Fact['mark']>`case when ${late} then 'late' end`.as('mark'),
    sql<Fact['numerator']>`(${said.numerator})::numeric`.as('numerator'),
    sql<Fact['denominator']>`(${denominator ?? sql`1`})::numeric`.as('denominator'),
    sql<string | null>`${exclusion ?? sql`null::text`}`.as('exclusion'),
  ] as const
}

/** Contracts of the scope that were known. */
export function contractsOf(reader: Reader, { scope, asOf }: MeasureQuery) {
  return reader
    .selectFrom('contractsContract as contract')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'contract.unitId')
    .where(isWithin(scope.unitId))
    .$if(scope.projectId !== null, (query) => query.where('contract.projectId', '=', scope.projectId ?? ''))
    .where('contract.madeAt', '<=', asOf)
}

export function isIn(day: RawBuilder<unknown>, { period }: MeasureQuery) {
  return sql<boolean>`${day} between ${period.from}::date and ${period.until}::date`
}
