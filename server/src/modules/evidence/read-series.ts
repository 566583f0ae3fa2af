import { addParts, figureOf, NO_PARTS, type Parts, sumParts } from '@shiji/kernel/evidence/parts'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Measure, Period, Reading } from '#platform/measure'
import { listRolledYears, listStaleDays } from './day-store.ts'
import { isKept } from './register-store.ts'
import type { Series } from './series-store.ts'
import { readSums } from './week-store.ts'

/** What a series gives for a period: the reading, and the same by day or week, by their first day. */
export type SeriesReading = {
  readonly measure: Measure
  readonly reading: Reading
  readonly days: ReadonlyMap<string, Parts>
  /** Nothing was recorded: whether the register was kept, so that nothing happened; null where no register decides. */
  readonly registerKept: boolean | null
}

type Known = Pick<Context, 'measures' | 'now'>

/**
 * The readings of many series in a few statements. Days that were summed are added up; days whose records changed
 * since are read from the records, so a reading is never late.
 */
export async function readSeries(
  reader: Reader,
  known: Known,
  { series, period }: { readonly series: readonly Series[]; readonly period: Period },
): Promise<ReadonlyMap<string, SeriesReading>> {
  const asked = series.flatMap((one) => {
    const measure = known.measures.get(one.measure)
    return measure === undefined ? [] : [{ ...one, measure }]
  })
  if (asked.length === 0) return new Map()
  const ids = asked.map(({ id }) => id)
  const [years, marks, sums] = await Promise.all([
    listRolledYears(reader, ids),
    listStaleDays(reader, ids),
    readSums(reader, ids, period),
  ])
  const rolled = new Set(years.map(({ seriesId, year, queryVersion }) => `${seriesId} ${year} ${queryVersion}`))
  const stale = Map.groupBy(marks, ({ seriesId }) => seriesId)
  const readOne = async ({ id, measure, params, scope }: (typeof asked)[number]) => {
    const isRolled =
      measure.spansDays !== true && yearsOf(period).every((year) => rolled.has(`${id} ${year} ${measure.version}`))
    const changed = (stale.get(id) ?? []).map(({ day }) => day).filter((day) => isWithin(day, period))
    const query = { scope, params, asOf: known.now }
    const raw = isRolled ? spanOf(changed) : period
    const fresh = raw === null ? new Map<string, Parts>() : await measure.readDays(reader, { ...query, period: raw })
    const wanted = isRolled ? [...fresh].filter(([day]) => changed.includes(day)) : [...fresh]
    const days = merge(isRolled ? (sums.get(id) ?? new Map()) : new Map(), wanted)
    return [id, await judgeNothing(reader, known, { measure, scope, period, days })] as const
  }
  // What has to be read from records is asked for together: the answers come one after the other, nobody waits between.
  return new Map(await Promise.all(asked.map(readOne)))
}

type Nothing = Pick<SeriesReading, 'measure' | 'days'> & Pick<Series, 'scope'> & { readonly period: Period }

/** rules.md §4.8: “0 incidents” and “no records” are different states. */
async function judgeNothing(reader: Reader, { now }: Known, nothing: Nothing): Promise<SeriesReading> {
  const { measure, scope, period, days } = nothing
  const parts = sumParts([...days.values()])
  const value = figureOf(parts, measure.combine, measure.scale)
  const reading = { value, parts, asOf: now }
  if (value !== null || measure.register === null || measure.combine !== 'sum') {
    return { measure, reading, days, registerKept: null }
  }
  const registerKept = await isKept(reader, { register: measure.register.key, unitId: scope.unitId, period, now })
  return { measure, reading: { ...reading, value: registerKept ? NO_PARTS.numerator : null }, days, registerKept }
}

function merge(days: ReadonlyMap<string, Parts>, more: readonly (readonly [string, Parts])[]): Map<string, Parts> {
  const all = new Map(days)
  for (const [day, parts] of more) all.set(day, addParts(all.get(day) ?? NO_PARTS, parts))
  return all
}

function spanOf(days: readonly string[]): Period | null {
  const [from] = days.toSorted()
  const until = days.toSorted().at(-1)
  return from === undefined || until === undefined ? null : { from, until }
}

function isWithin(day: string, { from, until }: Period): boolean {
  return from <= day && day <= until
}

export function yearsOf({ from, until }: Period): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
