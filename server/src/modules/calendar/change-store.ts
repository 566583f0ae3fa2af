import { OwnHours } from '@shiji/kernel/calendar/work-calendar'
import { YearDays } from '@shiji/kernel/calendar/year-days'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

export type KeptYear = { readonly number: number; readonly days: YearDays }
export type KeptHours = { readonly number: number; readonly unitId: string; readonly hours: OwnHours }

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
