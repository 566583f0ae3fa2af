import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

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
