import { type Decimal, ZERO } from '@shiji/kernel/decimal'
import { NO_PARTS, type Parts } from '@shiji/kernel/evidence/parts'
import type { Strength } from '@shiji/kernel/evidence/row-shape'
import { sql } from 'kysely'
import { OFFICE_TIME_ZONE } from './office-day.ts'

/** The day of the office an instant lies in. */
export const dayOf = (column: string) =>
  sql<string>`(${sql.ref(column)} at time zone ${sql.lit(OFFICE_TIME_ZONE)})::date`

/**
 * When the day of a fact begins. The office's zone has had no summer time since 1991, so days are counted off: a database
 * that looks the zone up for every record takes half its time for that.
 */
export const DAY_START = sql`date_bin('1 day', fact.at, timestamptz '2000-01-01 00:00:00+08')`

/** The day of the office a fact counts for. */
export const DAY = sql<string>`(${DAY_START} at time zone ${sql.lit(OFFICE_TIME_ZONE)})::date`

const countOf = (strength: Strength) => sql<number>`(count(*) filter (where fact.strength = ${sql.lit(strength)}))::int`

/** What is summed of the facts that share an exclusion. */
export const SUMS = [
  'fact.exclusion' as const,
  sql<Decimal | null>`sum(fact.numerator)::numeric`.as('numerator'),
  sql<Decimal | null>`sum(fact.denominator)::numeric`.as('denominator'),
  sql<Decimal | null>`max(fact.numerator)::numeric`.as('largest'),
  sql<Decimal | null>`min(fact.numerator)::numeric`.as('smallest'),
  sql<number>`count(*)::int`.as('counted'),
  sql<number>`(count(*) filter (where fact.mark = 'late'))::int`.as('late'),
  countOf('A').as('collected'),
  countOf('B').as('signed'),
  countOf('C').as('stamped'),
  countOf('D').as('stated'),
] as const

type SumRow = {
  readonly exclusion: string | null
  readonly numerator: Decimal | null
  readonly denominator: Decimal | null
  readonly largest: Decimal | null
  readonly smallest: Decimal | null
  readonly counted: number
  readonly late: number
  readonly collected: number
  readonly signed: number
  readonly stamped: number
  readonly stated: number
}

/** Rows of sums, here and in daily sums kept, as parts. */
export function toParts({ exclusion, numerator, denominator, ...row }: SumRow): Parts {
  if (exclusion !== null) return { ...NO_PARTS, excluded: { [exclusion]: row.counted } }
  const { collected: A, signed: B, stamped: C, stated: D, ...rest } = row
  const sums = { numerator: numerator ?? ZERO, denominator: denominator ?? ZERO }
  return { ...rest, ...sums, strengths: { A, B, C, D }, excluded: {} }
}

type SumColumn = Exclude<keyof SumRow, 'exclusion'>

const counting = (name: SumColumn) =>
  sql`coalesce(max(sums.${sql.ref(name)}) filter (where sums.exclusion is null), 0)`.as(name)
const extreme = (name: SumColumn) => sql`max(sums.${sql.ref(name)}) filter (where sums.exclusion is null)`.as(name)

/** Of the rows of `SUMS` of one day, one for each exclusion, the row kept of that day. */
export const DAY_SUMS = [
  'sums.day' as const,
  counting('numerator'),
  counting('denominator'),
  extreme('largest'),
  extreme('smallest'),
  counting('counted'),
  counting('late'),
  counting('collected'),
  counting('signed'),
  counting('stamped'),
  counting('stated'),
  sql`coalesce(jsonb_object_agg(sums.exclusion, sums.counted)
    filter (where sums.exclusion is not null), '{}')`.as('excluded'),
] as const
