import { mergeStretches, type Stretch, type Watch } from '@shiji/kernel/watch/follow-samples'
import { intersect, type Span, unite, without } from '@shiji/kernel/watch/spans'
import type { Context } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordAllInLedger } from '#platform/ledger/record-in-ledger'
import { MEASURE_CHANGED } from '#platform/measure'
import { figuresOf } from '../day-figures.ts'
import { type DayRow, saveDays } from '../day-store.ts'
import { type DueTime, dueTimesOf } from '../due-time.ts'
import { daysBetween } from '../list-probes.ts'
import { instantOf, saveSeries, saveStretches, secondOf } from '../save-samples.ts'
import { WATCH_MEASURES } from '../watch-measures.ts'

type PastSpan = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/** What another monitor found of a service before this one looked: outages, and time nobody looked. */
export type PastSeries = PastSpan & {
  readonly probeId: string
  readonly outages: readonly PastSpan[]
  readonly gaps: readonly PastSpan[]
  /** Milliseconds a good answer took on the average of each day of the office, the first day first. */
  readonly answerMs: readonly number[]
}

/** Months of a monitor taken over by the day, without an answer for each of their minutes; for probes that have found nothing yet. */
export async function bringPastSeries(context: Context, past: readonly PastSeries[]): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    const probes = await lockFresh(tx, past)
    const drawn = past.map((series) => ({ series, probe: probes.get(series.probeId), stretches: stretchesOf(series) }))
    const all = drawn.flatMap(({ series, probe, stretches }) =>
      probe === undefined ? [] : [{ series, probe, stretches }],
    )
    if (all.length < past.length) throw new Error('a probe that is there already has a series, or there is none')
    await saveStretches(
      tx,
      all.flatMap(({ probe, stretches }) => stretches.map((stretch) => ({ ...stretch, probeId: probe.id }))),
    )
    await saveSeries(tx, all.map(seriesOf))
    const whole = { from: Math.min(...past.map(({ from }) => secondOf(from))), to: secondOf(context.now) }
    const dueOf = await dueTimesOf(
      tx,
      all.map(({ probe }) => probe),
      whole,
    )
    const rows = all.flatMap((one) => daysOf(one, dueOf(one.probe)))
    const summed = past.map(({ probeId, until }) => ({ probeId, settledTo: until }))
    const days = await saveDays(tx, { rows, summed, knownAt: context.now })
    const measures = WATCH_MEASURES.map(({ key }) => key)
    for (const unitId of new Set(all.map(({ probe }) => probe.unitId))) {
      await tell(tx, context, MEASURE_CHANGED, { measures, unitId, projectId: null, days })
    }
    await recordAllInLedger(
      tx,
      context,
      past.map(({ probeId, from, until, outages, gaps }) => ({
        ...{ did: 'watch.past-brought', probeId, from: from.toString(), until: until.toString() },
        ...{ outages: outages.length, gaps: gaps.length },
      })),
    )
  })
}

async function lockFresh(tx: Tx, past: readonly PastSeries[]) {
  const rows = await tx
    .selectFrom('watchProbe as probe')
    .select(['probe.id', 'probe.unitId', 'probe.deskService', 'probe.everySeconds'])
    .where(
      'probe.id',
      'in',
      past.map(({ probeId }) => probeId),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('watchSeries').select('probeId').whereRef('probeId', '=', 'probe.id'))),
    )
    .orderBy('probe.id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Down where an outage is, unknown where nobody looked, up in between: from the first moment to the last without a hole. */
function stretchesOf({ from, until, outages, gaps }: PastSeries): Stretch[] {
  const whole = [{ from: secondOf(from), to: secondOf(until) }]
  const unknown = intersect(whole, unite(gaps.map(spanOf)))
  const down = without(intersect(whole, unite(outages.map(spanOf))), unknown)
  const up = without(whole, unite([...unknown, ...down]))
  const stated = [
    ...unknown.map((span) => ({ ...span, state: 'unknown' as const })),
    ...down.map((span) => ({ ...span, state: 'down' as const })),
    ...up.map((span) => ({ ...span, state: 'up' as const })),
  ]
  return mergeStretches(stated.toSorted((one, other) => one.from - other.from))
}

function spanOf({ from, until }: PastSpan): Span {
  return { from: secondOf(from), to: secondOf(until) }
}

type Drawn = {
  readonly series: PastSeries
  readonly probe: { readonly id: string; readonly everySeconds: number }
  readonly stretches: readonly Stretch[]
}

/** As if its last answer had come at the end: what this monitor finds later follows on it. */
function seriesOf({ series, probe, stretches }: Drawn): object {
  const last = stretches.at(-1)
  const state = last?.state ?? 'unknown'
  const isUp = state === 'up'
  const open = [{ at: secondOf(series.until), isUp, holds: probe.everySeconds }]
  return {
    probeId: probe.id,
    ...{ begunAt: series.from.toString(), lastAt: series.until.toString(), settledTo: series.until.toString() },
    ...{ tookMs: series.answerMs.at(-1) ?? 0, problem: isUp ? '' : '{"code":"no-beat"}', certificateUntil: null },
    following: { isOut: state === 'down', window: [isUp], open } satisfies Watch,
    ...{ stretchFrom: instantOf(last?.from ?? secondOf(series.from)).toString(), stretchState: state },
  }
}

function daysOf({ series, probe, stretches }: Drawn, due: DueTime): DayRow[] {
  const [begun, at] = [secondOf(series.from), secondOf(series.until)]
  const last = instantOf(at - 1)
  return daysBetween(begun, last).map(({ day, ...span }, index) => {
    const near = stretches.filter((stretch) => stretch.from < span.to && stretch.to > span.from)
    const { seconds, peak, outages } = figuresOf(span, { stretches: near, due, begun, at })
    const answers = Math.round(seconds.up / probe.everySeconds)
    return {
      ...{ probeId: probe.id, day, outages, calendarVersion: due.calendarVersion, ...seconds },
      ...{ peakAgreed: peak.agreed, peakObserved: peak.observed, peakUp: peak.up },
      ...{ answers, tookMs: String(answers * (series.answerMs[index] ?? 0)) },
    }
  })
}
