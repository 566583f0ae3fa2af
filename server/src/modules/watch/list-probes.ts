import { ProbeId, type ProbeLine } from '@shiji/contract/watch'
import { addSeconds, availabilityOf, NO_SECONDS, type Seconds } from '@shiji/kernel/watch/availability'
import { mergeStretches, type Stretch, stretchesUntil, type Watch } from '@shiji/kernel/watch/follow-samples'
import type { Span } from '@shiji/kernel/watch/spans'
import { sql } from 'kysely'
import type { z } from 'zod'
import { visibleTo } from '#modules/directory'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { OFFICE_TIME_ZONE, officeDay } from '#platform/office-day'
import { figuresOf } from './day-figures.ts'
import { type DueTime, dueTimesOf } from './due-time.ts'
import { addressOf, parseTarget } from './probe-store.ts'
import { instantOf, parseWatch, secondOf, stateOf } from './save-samples.ts'
import { sayProblem } from './say-problem.ts'

export type Line = z.output<typeof ProbeLine>

const DAYS = 90
const LATE = 1.5

export async function listProbes(context: Context): Promise<Line[]> {
  requirePermission(context, 'watch.read')
  return read(context.db, async (reader) => {
    const probes = await visibleProbes(reader, context.actor).orderBy('service').orderBy('name').execute()
    const since = firstSecond(context.now)
    const drawn = await stretchesOf(reader, probes, since)
    const dueOf = await dueTimesOf(reader, probes, { from: since, to: secondOf(context.now) })
    return probes.map((probe) => {
      return lineOf(probe, { settled: drawn.get(probe.id) ?? [], due: dueOf(probe) }, context).line
    })
  })
}

export async function findVisibleProbe(reader: Reader, actor: Actor, id: string) {
  const probe = await visibleProbes(reader, actor).where('watchProbe.id', '=', id).executeTakeFirst()
  return probe === undefined ? undefined : { ...probe, target: parseTarget(probe.target) }
}

type VisibleProbe = Awaited<ReturnType<ReturnType<typeof visibleProbes>['execute']>>[number]

function visibleProbes(reader: Reader, actor: Actor) {
  return reader
    .selectFrom('watchProbe')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'watchProbe.unitId')
    .leftJoin('watchSeries', 'watchSeries.probeId', 'watchProbe.id')
    .selectAll('watchProbe')
    .select(['directoryUnit.name as unit', 'watchSeries.begunAt', 'watchSeries.lastAt', 'watchSeries.following'])
    .select(['watchSeries.problem', 'watchSeries.tookMs', 'watchSeries.settledTo'])
    .where(visibleTo(actor))
}

/** What is settled since a moment, by probe. */
export async function stretchesOf(reader: Reader, probes: readonly { id: string }[], since: number) {
  const ids = probes.map(({ id }) => id)
  const rows = await reader
    .selectFrom('watchStretch')
    .selectAll()
    .where('probeId', '=', sql<string>`any(${ids}::uuid[])`)
    .where('toAt', '>', instantOf(since))
    .orderBy('fromAt')
    .execute()
  const stretches = rows.map(({ probeId, fromAt, toAt, state }) => ({
    probeId,
    from: secondOf(fromAt),
    to: secondOf(toAt),
    state: stateOf(state),
  }))
  return Map.groupBy(stretches, ({ probeId }) => probeId)
}

export function firstSecond(now: Temporal.Instant): number {
  const day = officeDay(now).subtract({ days: DAYS - 1 })
  return secondOf(day.toZonedDateTime(OFFICE_TIME_ZONE).toInstant())
}

type Drawn = { readonly settled: readonly Stretch[]; readonly due: DueTime }

/** A probe as its line shows it, with the seconds and stretches the figures are made of. */
export function lineOf(probe: VisibleProbe, { settled, due }: Drawn, { now, language }: Context) {
  const at = secondOf(now)
  const watch = probe.following === null ? null : parseWatch(probe.following)
  const stretches = mergeStretches([...settled, ...(watch === null ? [] : stretchesUntil(watch, at))])
  const begun = probe.begunAt === null ? at : secondOf(probe.begunAt)
  const days = daysBetween(firstSecond(now), now).map((day) => ({
    day: day.day,
    ...figuresOf(day, { stretches, due, begun, at }),
  }))
  const seconds = days.map((day) => day.seconds).reduce(addSeconds, NO_SECONDS)
  const peakSeconds = days.map((day) => day.peak).reduce(addSeconds, NO_SECONDS)
  const target = parseTarget(probe.target)
  const line: Line = {
    id: ProbeId.parse(probe.id),
    name: probe.name,
    service: probe.service,
    unit: probe.unit,
    kind: target.kind,
    address: addressOf(target),
    everySeconds: probe.everySeconds,
    isOn: probe.isOn,
    state: stateAt(watch, at),
    lastAt: probe.lastAt?.toString() ?? null,
    tookMs: probe.tookMs,
    problem: sayProblem(probe.problem ?? '', language),
    days: days.map(({ day, seconds: ofDay, outages }) => ({ day, ...shareOf(ofDay), outages })),
    availability: availabilityOf(seconds),
    peak: availabilityOf(peakSeconds),
  }
  return { line, seconds, peakSeconds, stretches }
}

function shareOf(seconds: Seconds) {
  const { share, coverage } = availabilityOf(seconds)
  return { share, coverage }
}

/** Every day of the office from that of a moment to today. */
export function daysBetween(from: number, now: Temporal.Instant): (Span & { readonly day: string })[] {
  const first = officeDay(instantOf(from))
  const count = first.until(officeDay(now)).total('days') + 1
  const startOf = (date: Temporal.PlainDate) => secondOf(date.toZonedDateTime(OFFICE_TIME_ZONE).toInstant())
  return Array.from({ length: count }, (_, index) => {
    const day = first.add({ days: index })
    return { day: day.toString(), from: startOf(day), to: startOf(day.add({ days: 1 })) }
  })
}

/** Whether somebody still looks: a check may come late by half of its interval. */
export function isLooked(watch: Watch, at: number): boolean {
  const last = watch.open.at(-1)
  return last !== undefined && at - last.at <= last.holds * LATE
}

/** An outage nobody looks at any more is unknown like everything else. */
export function stateAt(watch: Watch | null, at: number): Line['state'] {
  if (watch === null || !isLooked(watch, at)) return 'unknown'
  if (watch.isOut) return 'down'
  return watch.open.at(-1)?.isUp === true ? 'up' : 'unknown'
}
