import { type Decimal, ZERO } from '@shiji/kernel/decimal'
import { NO_PARTS, type Parts, sumParts } from '@shiji/kernel/evidence/parts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Period } from '#platform/measure'

/** The week of the year that a day lies in, as far as its month goes: months and weeks are both sums of them. */
const WEEK_OF_DAY = sql`
  cross join lateral (select one.day - (one.day - date_trunc('year', one.day::timestamp)::date) % 7 as begun) seven
  cross join lateral (
    select greatest(begun, date_trunc('month', one.day::timestamp)::date) as day,
      least(begun + 6, (date_trunc('month', one.day::timestamp) + interval '1 month - 1 day')::date) as until
  ) week`

/** Follows the days of a period that were summed anew, in the transaction that sums them. */
export async function sumWeeks(tx: Tx, ids: readonly string[], { from, until }: Period): Promise<void> {
  const series = sql`${[...ids]}::uuid[]`
  // Sent in one turn: nobody else of this transaction comes between the two.
  await Promise.all([
    sql`delete from evidence_week where series_id = any(${series}) and until >= ${from} and day <= ${until}`.execute(
      tx,
    ),
    sql`
      insert into evidence_week
      select one.series_id, week.day, week.until, sum(one.numerator), sum(one.denominator), max(one.largest),
        min(one.smallest), sum(one.counted), sum(one.late), sum(one.collected), sum(one.signed), sum(one.stamped),
        sum(one.stated), case when bool_or(one.excluded <> '{}') then (${leftOut()}) else '{}' end
      from evidence_day one ${WEEK_OF_DAY}
      where one.series_id = any(${series}) and one.day between ${from}::date - 6 and ${until}::date + 6
        and week.until >= ${from} and week.day <= ${until}
      group by one.series_id, week.day, week.until`.execute(tx),
  ])
}

function leftOut(): RawBuilder<unknown> {
  return sql`select jsonb_object_agg(reason, count) from (
    select reason, sum(count::int) as count
    from evidence_day each, jsonb_each_text(each.excluded) as left_out (reason, count)
    where each.series_id = one.series_id and each.day between week.day and week.until
    group by reason) all_left_out`
}

/**
 * What was summed, by series and by the first day of each part of a week within a month: enough for months and weeks.
 * Days gone stale are left out; a week with one of them, or with days outside the period, is added up from its days.
 */
export async function readSums(
  reader: Reader,
  ids: readonly string[],
  { from, until }: Period,
): Promise<Map<string, Map<string, Parts>>> {
  const rows = await reader
    .selectFrom(sumsOf(ids, { from, until }).as('sums'))
    .select([
      'sums.seriesId',
      'sums.lines',
      'sums.late',
      'sums.collected',
      'sums.signed',
      'sums.stamped',
      'sums.stated',
    ])
    .select('sums.excluded')
    .execute()
  return new Map(rows.map((row) => [row.seriesId, daysOf(row, from)]))
}

function sumsOf(ids: readonly string[], { from, until }: Period): RawBuilder<Summed> {
  const series = sql`${[...ids]}::uuid[]`
  return sql<Summed>`(
    with stale as materialized (
      select distinct series_id, day from evidence_stale_day
      where series_id = any(${series}) and day between ${from} and ${until}
    ), broken as materialized (
      select series_id, day, until from evidence_week week
      where series_id = any(${series}) and until >= ${from} and day <= ${until} and (
        day < ${from} or until > ${until} or exists (
          select from stale where stale.series_id = week.series_id and stale.day between week.day and week.until))
    ), summed as (
      select series_id, day, ${SUMS} from evidence_week
      where series_id = any(${series}) and day >= ${from} and until <= ${until}
        and (series_id, day) not in (select series_id, day from broken)
      union all
      select one.series_id, one.day, ${SUMS} from broken
      join evidence_day one on one.series_id = broken.series_id and one.day between broken.day and broken.until
      where one.day between ${from} and ${until} and (one.series_id, one.day) not in (select series_id, day from stale)
    )
    select series_id,
      string_agg(concat_ws(' ', day, numerator, denominator, counted, largest, smallest), ',') as lines,
      sum(late)::int as late, sum(collected)::int as collected, sum(signed)::int as signed, sum(stamped)::int as stamped,
      sum(stated)::int as stated, jsonb_agg(excluded) filter (where excluded <> '{}') as excluded
    from summed group by series_id)`
}

const SUMS = sql`numerator, denominator, largest, smallest, counted, late, collected, signed, stamped, stated, excluded`

type Summed = {
  readonly seriesId: string
  /** One for each sum; as a row of its own each would cost more to hand over than to add up. */
  readonly lines: string
  readonly late: number
  readonly collected: number
  readonly signed: number
  readonly stamped: number
  readonly stated: number
  readonly excluded: readonly Parts['excluded'][] | null
}

function daysOf({ lines, excluded, late, ...proved }: Summed, from: string): Map<string, Parts> {
  const days = new Map(lines.split(',').map(partsOf))
  const { collected: A, signed: B, stamped: C, stated: D } = proved
  // How it was proved, and what is left out, is told for the whole period, so it needs no day of its own.
  const whole = { ...NO_PARTS, late, strengths: { A, B, C, D } }
  const leftOut = (excluded ?? []).map((one) => ({ ...NO_PARTS, excluded: one }))
  return days.set(from, sumParts([days.get(from) ?? NO_PARTS, whole, ...leftOut]))
}

/** Where nothing counted there is no largest and no smallest record. */
function partsOf(line: string): readonly [string, Parts] {
  const [day = '', numerator, denominator, counted, largest = null, smallest = null] = line.split(' ') as Decimal[]
  const sums = { numerator: numerator ?? ZERO, denominator: denominator ?? ZERO, counted: Number(counted) }
  const { late, strengths, excluded } = NO_PARTS
  return [day, { ...sums, largest, smallest, late, strengths, excluded }]
}
