import { mergeStretches, type Stretch, stretchesUntil } from '@shiji/kernel/watch/follow-samples'
import type { Span } from '@shiji/kernel/watch/spans'
import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { MEASURE_CHANGED } from '#platform/measure'
import { figuresOf } from './day-figures.ts'
import { countAnswers, type DayRow, listWatchedUnits, lockWatched, saveDays, type WatchedProbe } from './day-store.ts'
import { type DueTime, dueTimesOf } from './due-time.ts'
import { daysBetween, isLooked, stretchesOf } from './list-probes.ts'
import { parseWatch, secondOf } from './save-samples.ts'
import { WATCH_MEASURES } from './watch-measures.ts'

/** Adds up the days of all probes from where they were not final yet to this moment; the figures of promises follow. */
export async function sumDays(context: Context): Promise<void> {
  for (const unitId of await read(context.db, listWatchedUnits)) await sumUnit(context, unitId)
}

async function sumUnit(context: Context, unitId: string): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const probes = await lockWatched(tx, unitId)
    const at = secondOf(context.now)
    const from = Math.min(...probes.map(firstOpen))
    const since = daysBetween(from, context.now)[0]?.from ?? at
    const settled = await stretchesOf(tx, probes, since)
    const answers = await countAnswers(tx, probes, since)
    const dueOf = await dueTimesOf(tx, probes, { from: since, to: at })

    const rows = probes.flatMap((probe) => {
      const seen = { settled: settled.get(probe.id) ?? [], due: dueOf(probe), now: context.now }
      return daysOf(probe, seen).map((day) => {
        const { count = 0, tookMs = '0' } = answers.get(`${probe.id} ${day.day}`) ?? {}
        return { ...day, answers: count, tookMs }
      })
    })
    const summed = probes.map((probe) => ({ probeId: probe.id, settledTo: settledTo(probe, context.now) }))
    const days = await saveDays(tx, { rows, summed, knownAt: context.now })
    const measures = WATCH_MEASURES.map(({ key }) => key)
    if (days.length > 0) await tell(tx, context, MEASURE_CHANGED, { measures, unitId, projectId: null, days })
  })
}

type Seen = { readonly settled: readonly Stretch[]; readonly due: DueTime; readonly now: Temporal.Instant }

function daysOf(probe: WatchedProbe, { settled, due, now }: Seen): Omit<DayRow, 'answers' | 'tookMs'>[] {
  const at = secondOf(now)
  const stretches = mergeStretches([...settled, ...stretchesUntil(parseWatch(probe.following), at)])
  const seen = { stretches, due, begun: secondOf(probe.begunAt), at }
  return daysBetween(firstOpen(probe), now).map(({ day, ...span }: Span & { day: string }) => {
    const { seconds, peak, outages } = figuresOf(span, seen)
    return {
      ...{ probeId: probe.id, day, outages, calendarVersion: due.calendarVersion, ...seconds },
      ...{ peakAgreed: peak.agreed, peakObserved: peak.observed, peakUp: peak.up },
    }
  })
}

function firstOpen({ begunAt, summedTo }: WatchedProbe): number {
  return secondOf(summedTo ?? begunAt)
}

/** Where nobody looks any more, the next answer finds the time before it unknown, as it is told now. */
function settledTo({ following, settledTo: drawnTo }: WatchedProbe, now: Temporal.Instant): Temporal.Instant {
  return isLooked(parseWatch(following), secondOf(now)) ? drawnTo : now
}
