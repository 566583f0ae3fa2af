import { sql } from 'kysely'
import { insertRows } from '#platform/database/insert-rows'
import { sendAlong } from '#platform/database/send-along'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import { inPieces } from '#platform/lists/in-pieces'

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
    .select(['seriesId', 'day'])
    .distinct()
    .where(sql<boolean>`series_id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Held until the transaction ends: whoever else sums these series waits, and finds what is left. */
export async function lockStaleDays(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom('evidenceStaleDay')
    .select(['id', 'seriesId', 'day', 'waits'])
    .where(sql<boolean>`series_id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Whether a record changed whose day was not looked at since. */
export async function hasFreshMarks(reader: Reader): Promise<boolean> {
  const [found] = await freshMark(reader, {})
  return found !== undefined
}

const freshMark = keepStatement((reader) =>
  reader
    .selectFrom('evidenceStaleDay')
    .select('seriesId')
    .where('waits', '=', sql<boolean>`false`)
    .limit(sql<number>`1`)
    .compile(),
)

/** Series with days to sum again, those of one scope beside each other. */
export async function listStaleSeries(reader: Reader, { alsoWaiting }: { alsoWaiting: boolean }): Promise<string[]> {
  const marked = alsoWaiting ? sql`` : sql`where not waits`
  const rows = await reader
    .selectFrom('evidenceSeries')
    .select('id')
    .where(sql<boolean>`id in (select series_id from evidence_stale_day ${marked})`)
    .orderBy('unitId')
    .orderBy('projectId')
    .execute()
  return rows.map(({ id }) => id)
}

export type StaleDay = {
  readonly id: string
  readonly seriesId: string
  readonly day: string
  /** Only time will change it; set once it was looked at. */
  readonly waits: boolean
}

export function saveStaleDays(tx: Tx, marks: readonly StaleDay[]): void {
  for (const some of inPieces(marks)) sendAlong(tx, insertRows('evidenceStaleDay', some))
}

export async function letStaleDaysWait(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .updateTable('evidenceStaleDay')
    .set({ waits: true })
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
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
