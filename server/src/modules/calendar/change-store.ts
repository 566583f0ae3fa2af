import { OwnHours } from '@shiji/kernel/calendar/work-calendar'
import { YearDays } from '@shiji/kernel/calendar/year-days'
import { type RawBuilder, sql } from 'kysely'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'

type KeptYear = { readonly number: number; readonly days: YearDays }
type KeptHours = { readonly number: number; readonly unitId: string; readonly hours: OwnHours }

/** Every imported year as it stood in a version. */
export async function listYears(reader: Reader, version: number): Promise<KeptYear[]> {
  const rows = await reader
    .selectFrom('calendarChange')
    .distinctOn('year')
    .select(['number', 'content'])
    .where('year', 'is not', null)
    .where('number', '<=', version)
    .orderBy('year')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ number, content }) => ({ number, days: YearDays.parse(content) }))
}

/** The own hours of the unit and of those above it as they stood in a version, from the top down. */
export async function listOwnHours(reader: Reader, unitId: string, version: number): Promise<KeptHours[]> {
  const rows = await reader
    .selectFrom('directoryUnit as unit')
    .innerJoin('calendarChange as change', (join) =>
      join.on('change.unitId', '=', sql<string>`any(unit.ancestors)`).on('change.number', '<=', version),
    )
    .distinctOn('change.unitId')
    .select(['change.number', 'change.content', 'change.unitId'])
    .select(sql<number>`array_position(unit.ancestors, change.unit_id)`.as('depth'))
    .where('unit.id', '=', unitId)
    .orderBy('change.unitId')
    .orderBy('change.number', 'desc')
    .execute()
  return rows
    .toSorted((one, other) => one.depth - other.depth)
    .map(({ number, content, unitId: id }) => ({ number, unitId: id ?? '', hours: OwnHours.parse(content) }))
}

/** A version, or the one that an instant saw. */
export type Seen = { readonly version: number } | { readonly at: Temporal.Instant }

/** What the calendar of a unit is made of besides what ships, as it is kept. */
export type KeptContents = {
  readonly version: number
  readonly years: readonly string[]
  /** From the top down. */
  readonly hours: readonly string[]
}

/** In one question, which every call and every deed asks. Nothing is read out of it: mostly it is known already. */
export async function listContents(
  reader: Reader,
  { unitId, seen }: { unitId: string; seen: Seen },
): Promise<KeptContents> {
  const rows = await ('version' in seen
    ? contentsOf(reader, { unitId, version: seen.version })
    : contentsAt(reader, { unitId, at: seen.at }))
  const of = (isYear: boolean) =>
    rows.flatMap(({ year, content }) => (content !== null && (year !== null) === isYear ? [content] : []))
  return { version: rows[0]?.version ?? 0, years: of(true), hours: of(false) }
}

const contentsOf = keepStatement((reader, { unitId, version }: { unitId: string; version: number }) =>
  contents(reader, unitId, sql`select ${version}::int as version`).compile(),
)

const contentsAt = keepStatement((reader, { unitId, at }: { unitId: string; at: Temporal.Instant }) =>
  contents(
    reader,
    unitId,
    sql`select coalesce(max(number), 0) as version from calendar_change where made_at <= ${at}`,
  ).compile(),
)

function contents(reader: Reader, unitId: string, version: RawBuilder<unknown>) {
  return reader
    .selectFrom(
      sql<{ version: number; year: number | null; content: string | null }>`(
        select seen.version, change.year, change.content, change.depth
        from (${version}) seen left join lateral (
          select distinct on (one.year, one.unit_id) one.year, one.content::text as content,
            array_position(unit.ancestors, one.unit_id) as depth
          from calendar_change one left join directory_unit unit on unit.id = ${unitId}
          where one.number <= seen.version and (one.year is not null or one.unit_id = any(unit.ancestors))
          order by one.year, one.unit_id, one.number desc) change on true
        order by change.year, change.depth)`.as('kept'),
    )
    .select(['kept.version', 'kept.year', 'kept.content'])
}

/** The version an instant saw; 0 before the first change. */
export async function versionAt(reader: Reader, at: Temporal.Instant): Promise<number> {
  const { last } = await reader
    .selectFrom('calendarChange')
    .select((of) => of.fn.max('number').as('last'))
    .where('madeAt', '<=', at)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** One person changes the calendar at a time; answers the version that is changed. */
export async function lockChanges(tx: Tx): Promise<number> {
  await sql`lock table calendar_change in share row exclusive mode`.execute(tx)
  return (await lastChange(tx))?.number ?? 0
}

type Change = {
  readonly of: { readonly year: number } | { readonly unitId: string }
  readonly content: YearDays | OwnHours
  readonly madeAt: Temporal.Instant
  readonly madeBy: string
}

/** Answers the version the change makes. Whoever waited for the lock does not come before the one waited for. */
export async function saveChange(tx: Tx, { of, content, madeAt, madeBy }: Change): Promise<number> {
  const last = await lastChange(tx)
  const number = (last?.number ?? 0) + 1
  const at = last !== undefined && Temporal.Instant.compare(last.madeAt, madeAt) > 0 ? last.madeAt : madeAt
  await tx
    .insertInto('calendarChange')
    .values({ number, ...of, content: JSON.stringify(content), madeAt: at, madeBy })
    .execute()
  return number
}

function lastChange(reader: Reader) {
  return reader
    .selectFrom('calendarChange')
    .select(['number', 'madeAt'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
