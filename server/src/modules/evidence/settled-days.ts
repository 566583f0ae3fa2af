import { isDeepStrictEqual } from 'node:util'
import type { Parts } from '@shiji/kernel/evidence/parts'
import type { Reader } from '#platform/database/transaction'
import { ALL_KNOWN, type Measure, type Period } from '#platform/measure'
import type { Series } from './series-store.ts'

export type SettledDays = {
  readonly days: ReadonlyMap<string, Parts>
  /** Days that time alone will change: a ticket still within its limit today counts against the promise tomorrow. */
  readonly open: readonly string[]
}

type Asked = {
  readonly measure: Measure
  readonly series: Series
  readonly period: Period
  readonly now: Temporal.Instant
}

/** Days whose parts are the same today and for ever, as far as records go; only these are kept as sums. */
export async function readSettledDays(reader: Reader, { measure, series, period, now }: Asked): Promise<SettledDays> {
  const { scope, params } = series
  const [today, ever] = await Promise.all([
    measure.readDays(reader, { scope, params, period, asOf: now }),
    measure.readDays(reader, { scope, params, period, asOf: ALL_KNOWN }),
  ])
  const all = [...new Set([...today.keys(), ...ever.keys()])]
  const open = all.filter((day) => !isDeepStrictEqual(today.get(day), ever.get(day)))
  return { days: new Map([...today].filter(([day]) => !open.includes(day))), open }
}
