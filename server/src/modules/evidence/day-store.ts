import type { Decimal } from '@shiji/kernel/decimal'
import { addParts, NO_PARTS, type Parts } from '@shiji/kernel/evidence/parts'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Period } from '#platform/measure'
import { toParts } from '#platform/measure-sums'

export async function listRolledYears(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('evidenceRolledYear')
    .select(['seriesId', 'year', 'queryVersion'])
    .where(sql<boolean>`series_id = any(${[...ids]}::uuid[])`)
    .execute()
}

export async function listStaleDays(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('evidenceStaleDay')
    .select(['id', 'seriesId', 'day'])
    .where(sql<boolean>`series_id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Series with days to sum again, those of one scope beside each other. */
export async function listStaleSeries(reader: Reader): Promise<string[]> {
  const rows = await reader
    .selectFrom('evidenceSeries')
    .select('id')
    .where(sql<boolean>`id in (select series_id from evidence_stale_day)`)
    .orderBy('unitId')
    .orderBy('projectId')
    .execute()
  return rows.map(({ id }) => id)
}

export async function saveStaleDays(
  tx: Tx,
  marks: readonly { readonly id: string; readonly seriesId: string; readonly day: string }[],
): Promise<void> {
  for (let at = 0; at < marks.length; at += 1000) {
    await tx
      .insertInto('evidenceStaleDay')
      .values(marks.slice(at, at + 1000))
      .execute()
  }
}

export async function removeStaleDays(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('evidenceStaleDay')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

type RolledYear = {
  readonly seriesId: string
  readonly year: number
  readonly queryVersion: number
  readonly rolledAt: Temporal.Instant
}

export async function saveRolledYears(tx: Tx, rolled: readonly RolledYear[]): Promise<void> {
  if (rolled.length === 0) return
  await tx
    .insertInto('evidenceRolledYear')
    // In one order for all, so that two at once wait for each other and never in a circle.
    .values(rolled.toSorted((one, other) => (one.seriesId < other.seriesId ? -1 : 1)))
    .onConflict((conflict) =>
      conflict.columns(['seriesId', 'year']).doUpdateSet((row) => ({
        queryVersion: row.ref('excluded.queryVersion'),
        rolledAt: row.ref('excluded.rolledAt'),
      })),
    )
    .execute()
}

/**
 * What was summed, by series and by the first day of each part of a week within a month: enough for months and weeks,
 * and a seventh of the rows. Days gone stale are left out.
 */
export async function sumDays(
  reader: Reader,
  ids: readonly string[],
  { from, until }: Period,
): Promise<Map<string, Map<string, Parts>>> {
  const rows = await reader
    .selectFrom('evidenceDay as one')
    .select([
      'one.seriesId',
      sql<string>`min(one.day)`.as('day'),
      sql<Decimal>`sum(one.numerator)`.as('numerator'),
      sql<Decimal>`sum(one.denominator)`.as('denominator'),
      sql<Decimal | null>`max(one.largest)`.as('largest'),
      sql<Decimal | null>`min(one.smallest)`.as('smallest'),
      sql<number>`sum(one.counted)::int`.as('counted'),
      sql<number>`sum(one.late)::int`.as('late'),
      sql<number>`sum(one.collected)::int`.as('collected'),
      sql<number>`sum(one.signed)::int`.as('signed'),
      sql<number>`sum(one.stamped)::int`.as('stamped'),
      sql<number>`sum(one.stated)::int`.as('stated'),
    ])
    .where(areSummed(ids, { from, until }))
    .groupBy(['one.seriesId', sql`date_trunc('month', one.day)`, sql`(one.day - ${from}::date) / 7`])
    .execute()
  const found = new Map<string, Map<string, Parts>>()
  const add = (seriesId: string, day: string, parts: Parts) => {
    const days = found.get(seriesId) ?? new Map<string, Parts>()
    found.set(seriesId, days.set(day, addParts(days.get(day) ?? NO_PARTS, parts)))
  }
  for (const { seriesId, day, ...sums } of rows) add(seriesId, day, toParts({ ...sums, exclusion: null }))
  // What is left out is told for the whole period, so it needs no day of its own.
  for (const { seriesId, reason, count } of await sumExcluded(reader, ids, { from, until })) {
    add(seriesId, from, { ...NO_PARTS, excluded: { [reason]: count } })
  }
  return found
}

async function sumExcluded(reader: Reader, ids: readonly string[], period: Period) {
  return reader
    .selectFrom('evidenceDay as one')
    .innerJoin(
      sql<{ reason: string; count: string }>`lateral jsonb_each_text(one.excluded)`.as<'leftOut'>(
        sql`left_out(reason, count)`,
      ),
      (join) => join.onTrue(),
    )
    .select(['one.seriesId', sql<string>`left_out.reason`.as('reason')])
    .select(sql<number>`sum(left_out.count::int)::int`.as('count'))
    .where(areSummed(ids, period))
    .where(sql<boolean>`one.excluded <> '{}'`)
    .groupBy(['one.seriesId', sql`left_out.reason`])
    .execute()
}

/** Days of these series within the period whose sums still hold. */
function areSummed(ids: readonly string[], { from, until }: Period) {
  return sql<boolean>`one.series_id = any(${[...ids]}::uuid[]) and one.day between ${from} and ${until}
    and not exists (
      select from evidence_stale_day stale where stale.series_id = one.series_id and stale.day = one.day)`
}
