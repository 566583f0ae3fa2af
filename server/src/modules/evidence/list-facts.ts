import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Fact, Period, RecordPage } from '#platform/measure'
import { refuse } from '#platform/refusal'
import type { Series } from './series-store.ts'

/** The very records of a reading, newest first. */
export async function listFacts(
  reader: Reader,
  { measures, now }: Pick<Context, 'measures' | 'now'>,
  { series, period, page }: { readonly series: Series; readonly period: Period; readonly page: RecordPage },
): Promise<readonly Fact[]> {
  const measure = measures.get(series.measure) ?? refuse('measure-unknown', { measure: series.measure })
  return measure.list(reader, { scope: series.scope, params: series.params, period, asOf: now }, page)
}
