import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import type { Period } from '#platform/measure'
import {
  letStaleDaysWait,
  listRolledYears,
  listStaleSeries,
  lockStaleDays,
  removeStaleDays,
  type StaleDay,
} from './day-store.ts'
import { listSeries, lockSeries } from './series-store.ts'
import { type MeasuredSeries, type OpenDay, settleDays, type ToSettle } from './settle-days.ts'

/** So many series share a transaction; a change that comes meanwhile leaves a mark of its own. */
const AT_ONCE = 50
/** Connections that sum at the same time. */
const LANES = 2

/** Sums the days again whose records changed. A day of which it is known that time will change it waits for the hour. */
export function refreshSeries(context: Context): Promise<void> {
  return sumAgain(context, { alsoWaiting: false })
}

/** Tries again the days that time alone changes. */
export function settleWaitingDays(context: Context): Promise<void> {
  return sumAgain(context, { alsoWaiting: true })
}

type Which = { readonly alsoWaiting: boolean }

async function sumAgain(context: Context, which: Which): Promise<void> {
  const waiting = await read(context.db, (reader) => listStaleSeries(reader, which))
  const batches = Array.from({ length: Math.ceil(waiting.length / AT_ONCE) }, (_, at) =>
    waiting.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  ).values()
  const lane = async () => {
    for (const ids of batches) await refresh(context, ids, which)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

async function refresh(context: Context, ids: readonly string[], which: Which): Promise<void> {
  const { measures, now } = context
  await inTransaction(context.db, async (tx) => {
    // Marks first, records after: whatever a mark speaks of is in the records read, and later marks stay.
    const [, marks, years, all] = await Promise.all([
      lockSeries(tx, ids),
      lockStaleDays(tx, ids),
      listRolledYears(tx, ids),
      listSeries(tx, ids),
    ])
    const rolled = new Set(years.map(({ seriesId, year }) => `${seriesId} ${year}`))
    const asked = oneOfEachDay(marks)
    const due = which.alsoWaiting ? asked : asked.filter(({ waits }) => !waits)
    const marked = due.filter(({ seriesId, day }) => rolled.has(`${seriesId} ${day.slice(0, 4)}`))
    const known = all.flatMap((series): MeasuredSeries[] => {
      const measure = measures.get(series.measure)
      return measure === undefined ? [] : [{ series, measure }]
    })
    const open = await Promise.all(groupByDays(known, marked).map((group) => settleDays(tx, { ...group, now })))
    const waiting = new Set(open.flat().map(dayKey))
    const summed = new Set(known.map(({ series }) => series.id))
    const isDone = (mark: StaleDay) => summed.has(mark.seriesId) && !waiting.has(dayKey(mark))
    const stay = new Set([...asked.filter((mark) => !due.includes(mark)), ...due.filter((mark) => !isDone(mark))])
    const idsOf = (some: readonly StaleDay[]) => some.map(({ id }) => id)
    await Promise.all([
      removeStaleDays(tx, idsOf(marks.filter((mark) => !stay.has(mark)))),
      letStaleDaysWait(tx, idsOf([...stay].filter(({ waits }) => !waits))),
    ])
  })
}

/** A mark for each day that has any, one that waits before all others: however often it changes, it is summed once. */
function oneOfEachDay(marks: readonly StaleDay[]): StaleDay[] {
  const days = Map.groupBy(marks, dayKey)
  return [...days.values()].flatMap((some) => some.find(({ waits }) => waits) ?? some.slice(0, 1))
}

function dayKey({ seriesId, day }: OpenDay): string {
  return `${seriesId} ${day}`
}

/** Series of one scope whose changed days are the same are summed together; days that follow one another too. */
function groupByDays(known: readonly MeasuredSeries[], marks: readonly OpenDay[]): Omit<ToSettle, 'now'>[] {
  const daysOf = Map.groupBy(marks, ({ seriesId }) => seriesId)
  const parts = known.flatMap((one) =>
    runsOf((daysOf.get(one.series.id) ?? []).map(({ day }) => day)).map((period) => ({ one, period })),
  )
  const groups = Map.groupBy(parts, ({ one, period }) => JSON.stringify([one.series.scope, period]))
  return [...groups.values()].flatMap((some) => {
    const [first] = some
    return first === undefined
      ? []
      : [{ scope: first.one.series.scope, all: some.map(({ one }) => one), period: first.period }]
  })
}

/** Days that follow one another are summed together. */
function runsOf(days: readonly string[]): Period[] {
  const runs: Period[] = []
  for (const day of [...new Set(days)].toSorted()) {
    const last = runs.at(-1)
    const isNext = last !== undefined && Temporal.PlainDate.from(last.until).add({ days: 1 }).toString() === day
    if (isNext) runs[runs.length - 1] = { ...last, until: day }
    else runs.push({ from: day, until: day })
  }
  return runs
}
