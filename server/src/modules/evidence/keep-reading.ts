import type { Parts } from '@shiji/kernel/evidence/parts'
import type { Context } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Period, Reading } from '#platform/measure'

export type KeptReading = {
  readonly subjectId: string
  readonly indicator: string
  readonly seriesId: string
  readonly period: Period
  readonly reading: Reading
  readonly queryVersion: number
  readonly personId: string
}

/** A reading somebody relies on is kept with everything it was made of. */
export async function keepReading(tx: Tx, context: Context, kept: KeptReading): Promise<void> {
  const { period, reading, personId, ...rest } = kept
  await tx
    .insertInto('evidenceReading')
    .values({
      ...rest,
      id: context.newId(),
      periodFrom: period.from,
      periodUntil: period.until,
      value: reading.value,
      parts: JSON.stringify(reading.parts),
      asOf: reading.asOf,
      keptBy: personId,
    })
    .execute()
}

/** The newest kept reading of each indicator of a subject, with everything it was made of. */
export async function listKeptReadings(reader: Reader, subjectId: string) {
  const rows = await reader
    .selectFrom('evidenceReading as reading')
    .innerJoin('evidenceSeries as series', 'series.id', 'reading.seriesId')
    .distinctOn('reading.indicator')
    .select(['reading.indicator', 'reading.value', 'reading.parts', 'reading.asOf', 'reading.queryVersion'])
    .select(['reading.periodFrom', 'reading.periodUntil', 'series.measure'])
    .where('reading.subjectId', '=', subjectId)
    .orderBy('reading.indicator')
    .orderBy('reading.asOf', 'desc')
    .execute()
  return rows.map(({ periodFrom, periodUntil, parts, ...row }) => ({
    ...row,
    // Written by `keepReading` alone.
    parts: parts as unknown as Parts,
    period: { from: periodFrom, until: periodUntil },
  }))
}
