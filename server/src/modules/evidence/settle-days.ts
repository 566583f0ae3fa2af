import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database/transaction'
import { ALL_KNOWN, type Measure, type MeasureSource, type Period, type Scope } from '#platform/measure'
import { dayOf } from '#platform/measure-sums'
import type { Series } from './series-store.ts'
import { sumWeeks } from './week-store.ts'

export type MeasuredSeries = { readonly series: Series; readonly measure: Measure }

/** Series of one scope. */
export type ToSettle = {
  readonly scope: Scope
  readonly all: readonly MeasuredSeries[]
  readonly period: Period
  readonly now: Temporal.Instant
}

/** A day of a series that time alone will change: a ticket within its limit today counts against the promise tomorrow. */
export type OpenDay = { readonly seriesId: string; readonly day: string }

/** More in one statement take longer to plan than to run. */
const AT_ONCE = 20

/**
 * Puts the days of the period in place of what was summed of them before; a day without records is not there. Only days
 * whose sums are the same today and for ever, as far as records go, are kept; the others are answered. Nothing leaves
 * the database, and records that several measures share are read once.
 */
export async function settleDays(tx: Tx, { scope, all, period, now }: ToSettle): Promise<OpenDay[]> {
  const ids = all.map(({ series }) => series.id)
  const removed = tx
    .deleteFrom('evidenceDay')
    .where(sql<boolean>`series_id = any(${ids}::uuid[])`)
    .where('day', '>=', period.from)
    .where('day', '<=', period.until)
    .execute()
  const parts = [...Map.groupBy(all, ({ measure }) => measure.source)].flatMap(([source, some]) =>
    Array.from({ length: Math.ceil(some.length / AT_ONCE) }, (_, at) => ({
      source,
      some: some.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    })),
  )
  const kept = parts.map(({ source, some }) => settle(tx, source, { scope, all: some, period, now }))
  await removed
  const open = (await Promise.all(kept)).flat()
  await sumWeeks(tx, ids, period)
  return open
}

const SUMS = sql`day, numerator, denominator, largest, smallest, counted, late, collected, signed, stamped, stated, excluded`

async function settle(tx: Tx, source: MeasureSource | undefined, asked: ToSettle): Promise<OpenDay[]> {
  if (source === undefined) return compareWithEver(tx, asked, { before: sql``, within: sql``, isRestless: sql`true` })
  const restless = await listRestless(tx, source, asked)
  const before = readOnce(source, asked)
  if (restless.length === 0) {
    await sql`with ${before} today as (${daysOf(tx, asked, asked.now)})
      insert into evidence_day (series_id, ${SUMS}) select * from today`.execute(tx)
    return []
  }
  const name = sql.table(source.table)
  const isThen = sql`${dayOf(source.at)} = any(${restless}::date[])`
  const within = sql`with ${name} as (select * from ${name} fact where ${isThen})`
  return compareWithEver(tx, asked, { before, within, isRestless: sql`day = any(${restless}::date[])` })
}

type Part = {
  readonly before: RawBuilder<unknown>
  /** Leaves only restless days to whatever is read. */
  readonly within: RawBuilder<unknown>
  readonly isRestless: RawBuilder<unknown>
}

async function compareWithEver(tx: Tx, asked: ToSettle, { before, within, isRestless }: Part): Promise<OpenDay[]> {
  const { rows } = await sql<OpenDay>`
    with ${before}
      today as materialized (${daysOf(tx, asked, asked.now)}),
      ever as materialized (${within} ${daysOf(tx, asked, ALL_KNOWN)}),
      kept as (
        insert into evidence_day (series_id, ${SUMS})
        select * from today where not ${isRestless}
        union all (select * from today where ${isRestless} intersect select * from ever)
      )
    select coalesce(found.series_id, ever.series_id) as series_id, coalesce(found.day, ever.day) as day
    from (select * from today where ${isRestless}) found
      full join ever on ever.series_id = found.series_id and ever.day = found.day
    where found is distinct from ever`.execute(tx)
  return rows
}

/** Days of which some record may count differently later, although nobody touches it. */
async function listRestless(
  tx: Tx,
  { table, within, at, isSettled }: MeasureSource,
  asked: ToSettle,
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct ${dayOf(at)} as day from ${sql.table(table)} fact
    where ${within(asked)} and not ${isSettled(asked.now)}`.execute(tx)
  return rows.map(({ day }) => day)
}

/** Stands under the name of its table for the rest of the statement. */
function readOnce({ table, within }: MeasureSource, asked: ToSettle): RawBuilder<unknown> {
  const name = sql.table(table)
  return sql`${name} as materialized (select * from ${name} fact where ${within(asked)}),`
}

function daysOf(tx: Tx, { scope, all, period }: ToSettle, asOf: Temporal.Instant): RawBuilder<unknown> {
  const each = all.map(({ series: { id, params }, measure }) => {
    const days = measure.days(tx, { scope, params, period, asOf })
    return sql`select ${id}::uuid as series_id, ${SUMS} from (${days}) found`
  })
  return sql.join(each, sql` union all `)
}
