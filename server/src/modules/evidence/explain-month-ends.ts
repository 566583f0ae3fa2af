import { isDeepStrictEqual } from 'node:util'
import { type Decimal, normalize } from '@shiji/kernel/decimal'
import { figureOf, type Parts } from '@shiji/kernel/evidence/parts'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Difference, Measure } from '#platform/measure'
import { listMonthEnds, type MonthEnd } from './month-end-store.ts'
import type { Series } from './series-store.ts'

/** A month end kept then, computed again for what was known then, and as the same days stand today. */
export type MonthEndAgain = {
  readonly kept: MonthEnd
  readonly again: Decimal | null
  /** Whether what was known then still gives what was kept; null when the query itself has changed since. */
  readonly agrees: boolean | null
  readonly today: Decimal | null
  /** The records by which today differs from then. */
  readonly because: readonly Difference[]
}

export async function explainMonthEnds(
  reader: Reader,
  context: Context,
  { series, year }: { readonly series: Series; readonly year: number },
): Promise<MonthEndAgain[]> {
  const measure = context.measures.get(series.measure)
  if (measure === undefined) return []
  const told: MonthEndAgain[] = []
  for (const kept of await listMonthEnds(reader, [series.id], year)) {
    told.push(await explain(reader, context, { series, measure, kept }))
  }
  return told
}

type Asked = { readonly series: Series; readonly measure: Measure; readonly kept: MonthEnd }

async function explain(reader: Reader, { now }: Context, { series, measure, kept }: Asked): Promise<MonthEndAgain> {
  const { scope, params } = series
  const until = Temporal.PlainDate.from(kept.month).add({ months: 1 }).subtract({ days: 1 }).toString()
  const period = { from: `${kept.month.slice(0, 4)}-01-01`, until }
  const query = { scope, params, period, asOf: now }
  const then = await measure.read(reader, { ...query, asOf: kept.asOf })
  const today = await measure.read(reader, query)
  const { combine, scale } = measure
  return {
    kept,
    again: figureOf(then.parts, combine, scale),
    agrees: kept.queryVersion === measure.version ? isSame(then.parts, kept.parts) : null,
    today: today.value,
    because: isSame(then.parts, today.parts) ? [] : await measure.differ(reader, query, kept.asOf),
  }
}

/** By what the figure is made of; zero counted by a register has no parts. */
function isSame(one: Parts, other: Parts): boolean {
  const shown = ({ numerator, denominator, largest, smallest, counted }: Parts) => [
    ...[numerator, denominator, largest, smallest].map((part) => (part === null ? null : normalize(part))),
    counted,
  ]
  return isDeepStrictEqual(shown(one), shown(other))
}
