import type { Decimal } from '@shiji/kernel/decimal'
import type { Parts } from '@shiji/kernel/evidence/parts'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

export type MonthEnd = {
  readonly seriesId: string
  /** Its first day. */
  readonly month: string
  readonly value: Decimal | null
  readonly parts: Parts
  readonly queryVersion: number
  /** What was known then. */
  readonly asOf: Temporal.Instant
}

type Wanted = { readonly month: string; readonly measures: readonly string[]; readonly limit: number }

/** Series of these measures without a reading of this month, a few at a time. */
export async function listSeriesWithout(reader: Reader, { month, measures, limit }: Wanted): Promise<string[]> {
  const rows = await reader
    .selectFrom('evidenceSeries as series')
    .select('series.id')
    .where(
      sql<boolean>`not exists (select from evidence_month_end kept
        where kept.series_id = series.id and kept.month = ${month})`,
    )
    .where(sql<boolean>`series.measure = any(${[...measures]}::text[])`)
    .orderBy('series.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function saveMonthEnds(tx: Tx, kept: readonly MonthEnd[]): Promise<void> {
  if (kept.length === 0) return
  await tx
    .insertInto('evidenceMonthEnd')
    .values(kept.map((one) => ({ ...one, parts: JSON.stringify(one.parts) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Of one year, January first. */
export async function listMonthEnds(reader: Reader, ids: readonly string[], year: number): Promise<MonthEnd[]> {
  const rows = await reader
    .selectFrom('evidenceMonthEnd')
    .selectAll()
    .where(sql<boolean>`series_id = any(${[...ids]}::uuid[])`)
    .where('month', '>=', `${year}-01-01`)
    .where('month', '<=', `${year}-12-01`)
    .orderBy('month')
    .execute()
  return rows.map(({ parts, ...row }) => ({ ...row, parts: parts as Parts }))
}
