import type { Decimal } from '@shiji/kernel/decimal'
import type { Bound } from '@shiji/kernel/evidence/bound'
import { addParts, type Combine, figureOf, NO_PARTS, type Parts, sumParts } from '@shiji/kernel/evidence/parts'
import type { RowShape, Strength } from '@shiji/kernel/evidence/row-shape'
import type { Wording } from '@shiji/kernel/wording'
import { type AliasableExpression, type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Reader } from './database/transaction.ts'
import type { EventName } from './events.ts'
import { DAY, DAY_START, DAY_SUMS, SUMS, toParts } from './measure-sums.ts'
import { OFFICE_TIME_ZONE } from './office-day.ts'

/** Whose records: of this unit and all below it; of one project, or of all. */
export type Scope = { readonly unitId: string; readonly projectId: string | null }

/** Days of the office, both included, `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly until: string }

export type MeasureQuery<Params = unknown> = {
  readonly scope: Scope
  readonly period: Period
  readonly params: Params
  /** What was known then: records entered later are not there. */
  readonly asOf: Temporal.Instant
}

/**
 * One record as a measure sees it, the columns of `facts`. What it adds is numerator over denominator: a ticket
 * answered in time is 1 over 1, one answered late 0 over 1, one that took 400 s is 400 over 1 in a mean of seconds.
 */
export type Fact = {
  readonly recordKind: string
  readonly id: string
  /** When it happened; decides the day it counts for. */
  readonly at: Temporal.Instant
  readonly enteredAt: Temporal.Instant
  readonly unitId: string
  readonly title: string
  readonly numerator: Decimal
  readonly denominator: Decimal
  /** Why it does not count, a key of `exclusions`; null when it counts. */
  readonly exclusion: string | null
  readonly strength: string
  /** What a reader of the evidence must see. */
  readonly mark: 'late' | 'edited' | null
}

export type Reading = {
  /** null is no data, which is not zero. */
  readonly value: Decimal | null
  readonly parts: Parts
  readonly asOf: Temporal.Instant
}

/** A record as it was known once and as it is known now; null on the side where it is not there. */
export type Difference = Pick<Fact, 'recordKind' | 'id' | 'at' | 'enteredAt' | 'title'> & {
  readonly how: 'came' | 'changed' | 'gone'
}

/** Which of the records: those the figure is made of, those left out, or single ones that speak against the promise. */
export type RecordChoice = 'counted' | 'excluded' | { readonly against: Bound }

export type RecordPage = {
  readonly which: RecordChoice
  /** Everything after this record, as `nextOf` names it. */
  readonly after: { readonly at: Temporal.Instant; readonly id: string } | null
  readonly limit: number
}

type ParamWords = { readonly name: Wording; readonly choices?: Readonly<Record<string, Wording>> }

type RecordKind = {
  readonly name: Wording
  readonly page: string | null
  /** Where the whole record lies under its id, to be frozen with a seal; without one the fact alone is frozen. */
  readonly table?: string
}

/** Where the records of several measures lie, as rows called `fact`. */
export type MeasureSource = {
  readonly table: string
  /** What a scope and a period need of it at most. */
  readonly within: (query: Pick<MeasureQuery, 'scope' | 'period'>) => RawBuilder<boolean>
  /** The column that decides the day a row counts for. */
  readonly at: string
  /** Whether all its measures will make of a row for ever what they make of it now; a change would be another row. */
  readonly isSettled: (now: Temporal.Instant) => RawBuilder<boolean>
}

type MeasureFacts = {
  /** `module.name`, the key of the indicator library. */
  readonly key: string
  readonly name: Wording
  /** How it is computed, in words of the office. */
  readonly formula: Wording
  /** As a target writes it: %, 分钟, 小时, 次, 起, 元. */
  readonly unit: string
  readonly direction: 'higher' | 'lower'
  readonly shape: RowShape
  readonly combine: Combine
  /** Of a measure of money: what its records are, payments unless they are appropriations. */
  readonly money?: 'paid' | 'received'
  /** What numerator and denominator count, where it is neither steps nor events. */
  readonly partsIn?: 'seconds'
  readonly spansDays?: true // Which records count depends on the whole period: sums of days do not add up.
  /** Digits after the point of the figure. */
  readonly scale: number
  /** Of its records, unless a record says otherwise. */
  readonly strength: Strength
  /** Raised when the query changes, so that readings kept say by which they were made. */
  readonly version: number
  readonly exclusions: Readonly<Record<string, Wording>>
  /** Where to look when a project has no records at all, beyond nothing having happened. */
  readonly whenNone?: Wording
  /** What its params are called, and the choices of each, for whoever fills them in. */
  readonly paramWords?: Readonly<Record<string, ParamWords>>
  /** What its records are called, and the page of one; `{id}` stands for its id. */
  readonly records: Readonly<Record<string, RecordKind>>
  /**
   * Zero counts only when this register was kept: every month of the period reviewed (rules.md §4.8). Measures of one
   * register share its key; null where no records means no data.
   */
  readonly register: { readonly key: string; readonly name: Wording } | null
  /** All its records come from here, so what is summed together with others of the same source is read once for all. */
  readonly source?: MeasureSource
}

/** A figure made of records. `read` and `list` go over the same facts, so the count shown is the number of records listed. */
export type Measure = MeasureFacts & {
  readonly params: z.ZodType
  /** Params an indicator's own words ask for; null when they do not say enough. */
  readonly paramsFrom: (indicator: IndicatorWords) => unknown
  readonly read: (reader: Reader, query: MeasureQuery) => Promise<Reading>
  /** The same by day of the office; a day without records is not there. */
  readonly readDays: (reader: Reader, query: MeasureQuery) => Promise<ReadonlyMap<string, Parts>>
  /** The same as a query, for the database to compare and keep without handing anything over. */
  readonly days: (reader: Reader, query: MeasureQuery) => Expression<unknown>
  /** Newest first. */
  readonly list: (reader: Reader, query: MeasureQuery, page: RecordPage) => Promise<readonly Fact[]>
  /** What is no longer as it was known at `then`: come since, changed, or gone; the newest first. */
  readonly differ: (reader: Reader, query: MeasureQuery, then: Temporal.Instant) => Promise<readonly Difference[]>
  /** One of its records that counts. */
  readonly find: (reader: Reader, query: MeasureQuery, id: string) => Promise<Fact | undefined>
}

type IndicatorWords = { readonly name: string; readonly target: string }

export type Measures = ReadonlyMap<string, Measure>

type NewMeasure<Params extends z.ZodType> = MeasureFacts & {
  readonly params: Params
  readonly paramsFrom?: (indicator: IndicatorWords) => z.input<Params> | null
  /** The one predicate: a select of the columns of `Fact`. It keeps to scope, period, params and asOf itself. */
  readonly facts: (reader: Reader, query: MeasureQuery<z.output<Params>>) => AliasableExpression<Fact>
}

export function defineMeasure<Params extends z.ZodType>(measure: NewMeasure<Params>): Measure {
  const { facts, params, paramsFrom, ...rest } = measure
  const factsOf = (reader: Reader, query: MeasureQuery) =>
    reader.selectFrom(facts(reader, { ...query, params: params.parse(query.params) }).as('fact'))
  const sumsByDay = (reader: Reader, query: MeasureQuery) =>
    factsOf(reader, query).select(DAY.as('day')).select(SUMS).groupBy(['fact.exclusion', DAY_START])
  return {
    ...rest,
    params,
    paramsFrom: paramsFrom ?? (() => (params.safeParse({}).success ? {} : null)),
    read: async (reader, query) => {
      const rows = await factsOf(reader, query).select(SUMS).groupBy('fact.exclusion').execute()
      const parts = sumParts(rows.map(toParts))
      return { value: figureOf(parts, rest.combine, rest.scale), parts, asOf: query.asOf }
    },
    readDays: async (reader, query) => {
      const rows = await sumsByDay(reader, query).execute()
      const days = new Map<string, Parts>()
      for (const { day, ...row } of rows) days.set(day, addParts(days.get(day) ?? NO_PARTS, toParts(row)))
      return days
    },
    days: (reader, query) =>
      reader.selectFrom(sumsByDay(reader, query).as('sums')).select(DAY_SUMS).groupBy('sums.day'),
    differ: (reader, query, then) => differ(reader, factsOf(reader, { ...query, asOf: then }), factsOf(reader, query)),
    find: (reader, query, id) =>
      factsOf(reader, query)
        .select(FACT)
        .where('fact.id', '=', id)
        .where('fact.exclusion', 'is', null)
        .executeTakeFirst(),
    list: (reader, query, { which, after, limit }) =>
      factsOf(reader, query)
        .select(FACT)
        .where('fact.exclusion', which === 'excluded' ? 'is not' : 'is', null)
        .$if(typeof which === 'object', (page) =>
          page.where(typeof which === 'object' ? speaksAgainst(which.against, rest) : sql<boolean>`true`),
        )
        .$if(after !== null, (page) => page.where(sql<boolean>`(fact.at, fact.id) < (${after?.at}, ${after?.id})`))
        .orderBy('fact.at', 'desc')
        .orderBy('fact.id', 'desc')
        .limit(limit)
        .execute(),
  }
}

/** As many as a person reads; the figures tell the rest. */
const MOST_DIFFERENCES = 50
const SIDE = ['recordKind', 'id', 'at', 'enteredAt', 'title', 'numerator', 'denominator', 'exclusion'] as const

type FactsQuery = SelectQueryBuilder<{ fact: Fact }, 'fact', unknown>

function differ(reader: Reader, before: FactsQuery, after: FactsQuery): Promise<Difference[]> {
  const side = (facts: FactsQuery) => facts.select(SIDE.map((name) => `fact.${name}` as const))
  return reader
    .selectFrom(side(before).as('before'))
    .fullJoin(side(after).as('after'), (join) =>
      join.onRef('before.id', '=', 'after.id').onRef('before.recordKind', '=', 'after.recordKind'),
    )
    .select([
      sql<string>`coalesce(after.record_kind, before.record_kind)`.as('recordKind'),
      sql<string>`coalesce(after.id, before.id)`.as('id'),
      sql<Temporal.Instant>`coalesce(after.at, before.at)`.as('at'),
      sql<Temporal.Instant>`coalesce(after.entered_at, before.entered_at)`.as('enteredAt'),
      sql<string>`coalesce(after.title, before.title)`.as('title'),
      sql<Difference['how']>`case when before.id is null then 'came' when after.id is null then 'gone'
        else 'changed' end`.as('how'),
    ])
    .where(
      sql<boolean>`(before.at, before.numerator, before.denominator, before.exclusion)
        is distinct from (after.at, after.numerator, after.denominator, after.exclusion)`,
    )
    .orderBy(sql`coalesce(after.at, before.at)`, 'desc')
    .orderBy(sql`coalesce(after.id, before.id)`)
    .limit(MOST_DIFFERENCES)
    .execute()
}

/** The same as `isAgainst` of the kernel, for the database to choose by. */
function speaksAgainst({ operator, value }: Bound, { combine, shape }: Pick<MeasureFacts, 'combine' | 'shape'>) {
  const isUpper = operator === 'le' || operator === 'lt'
  if (shape === 'money' || (combine === 'sum' && !isUpper)) return sql<boolean>`false`
  if (combine === 'sum' || (combine === 'share' && isUpper)) return sql<boolean>`fact.numerator > 0`
  if (combine === 'share') return sql<boolean>`fact.numerator < fact.denominator`
  return isUpper
    ? sql<boolean>`fact.numerator > ${value}::numeric * fact.denominator`
    : sql<boolean>`fact.numerator < ${value}::numeric * fact.denominator`
}

const FACT = [
  'fact.recordKind' as const,
  'fact.id' as const,
  'fact.at' as const,
  'fact.enteredAt' as const,
  'fact.unitId' as const,
  'fact.title' as const,
  'fact.exclusion' as const,
  'fact.strength' as const,
  'fact.mark' as const,
  // Whole numbers are decimals too.
  sql<Decimal>`fact.numerator::numeric`.as('numerator'),
  sql<Decimal>`fact.denominator::numeric`.as('denominator'),
] as const

/** Records of these measures came, went or changed on these days: told in the transaction of the change. */
export type MeasureChange = {
  readonly measures: readonly string[]
  readonly unitId: string
  /** Another unit in whose figures they count. */
  readonly alsoOf?: string
  readonly projectId: string | null
  /** Days of the office the records count for, before the change and after it. */
  readonly days: readonly string[]
}

/** `tell(tx, context, MEASURE_CHANGED, …)` keeps daily sums right and moves the rows on open screens. */
export const MEASURE_CHANGED: EventName<MeasureChange> = 'measure.changed'

export function measuresOf(modules: readonly { readonly measures?: readonly Measure[] }[]): Measures {
  return new Map(modules.flatMap(({ measures = [] }) => measures.map((measure) => [measure.key, measure] as const)))
}

/** Everything known: for sums by day, which hold whatever is there when they are made. */
export const ALL_KNOWN = Temporal.Instant.from('9999-01-01T00:00:00Z')

/** First instant of the period. */
export function periodStart({ from }: Period): Temporal.Instant {
  return Temporal.PlainDate.from(from).toZonedDateTime(OFFICE_TIME_ZONE).toInstant()
}

/** First instant after the period. */
export function periodEnd({ until }: Period): Temporal.Instant {
  return Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(OFFICE_TIME_ZONE).toInstant()
}
