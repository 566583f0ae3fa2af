import { sql } from 'kysely'
import { keepStatement } from '#platform/database/statement'
import type { Reader, Tx } from '#platform/database/transaction'
import type { MeasureChange, Scope } from '#platform/measure'

/** A measure with its params over a scope; promises that mean the same share one. */
export type Series = { readonly id: string; readonly measure: string; readonly params: unknown; readonly scope: Scope }

const COLUMNS = ['id', 'measure', 'params', 'unitId', 'projectId'] as const

type SeriesRow = {
  readonly id: string
  readonly measure: string
  readonly params: unknown
  readonly unitId: string
  readonly projectId: string | null
}

export async function findOrMakeSeries(tx: Tx, { id, measure, params, scope }: Series): Promise<Series> {
  const row = await tx
    .insertInto('evidenceSeries')
    .values({ id, measure, params: JSON.stringify(params), ...scope })
    .onConflict((conflict) =>
      // An update of nothing answers the row that is there.
      conflict.constraint('evidence_series_once').doUpdateSet({ measure }),
    )
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return toSeries(row)
}

export async function listSeries(reader: Reader, ids: readonly string[]): Promise<Series[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('evidenceSeries')
    .select(COLUMNS)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(toSeries)
}

/** All series of exactly this scope. */
export async function listSeriesOf(reader: Reader, { unitId, projectId }: Scope): Promise<Series[]> {
  const rows = await reader
    .selectFrom('evidenceSeries')
    .select(COLUMNS)
    .where('unitId', '=', unitId)
    .where('projectId', 'is not distinct from', projectId)
    .execute()
  return rows.map(toSeries)
}

/**
 * Held until the transaction ends by whoever sums: a year being summed is not seen by others yet, who would take the mark
 * of a change it missed for work already done. Changes wait for nobody.
 */
export async function lockSeries(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('evidenceSeries')
    .select('id')
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** The series whose scope holds the record that changed. */
export async function listAffected(
  reader: Reader,
  { measures, unitId, alsoOf = unitId, projectId }: Omit<MeasureChange, 'days'>,
): Promise<readonly string[]> {
  const rows = await affected(reader, { measures, unitId, alsoOf, projectId })
  return rows.map(({ id }) => id)
}

const affected = keepStatement(
  (reader, { measures, unitId, alsoOf, projectId }: Required<Omit<MeasureChange, 'days'>>) =>
    reader
      .selectFrom('evidenceSeries')
      .select('id')
      .where(sql<boolean>`measure = any(${measures}::text[])`)
      .where(
        sql<boolean>`unit_id = any(array(select unnest(ancestors) from directory_unit where id in (${unitId}, ${alsoOf})))`,
      )
      // A record of no project counts in the figures of all.
      .where(sql<boolean>`(project_id is null or ${projectId}::uuid is null or project_id = ${projectId}::uuid)`)
      .compile(),
)

function toSeries({ unitId, projectId, ...row }: SeriesRow): Series {
  return { ...row, scope: { unitId, projectId } }
}
