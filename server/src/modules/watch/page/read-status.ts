import { addSeconds, availabilityOf, isPlanned, NO_SECONDS, outagesIn } from '@shiji/kernel/watch/availability'
import { mergeStretches, stretchesUntil } from '@shiji/kernel/watch/follow-samples'
import type { Span } from '@shiji/kernel/watch/spans'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { figuresOf } from '../day-figures.ts'
import { type DueTime, dueTimesOf, type PlannedWindow } from '../due-time.ts'
import { daysBetween, firstSecond, stateAt, stretchesOf } from '../list-probes.ts'
import { parseWatch, secondOf } from '../save-samples.ts'

export type ServiceState = 'up' | 'down' | 'partly' | 'planned' | 'unknown'

export type ServiceStatus = {
  readonly name: string
  readonly state: ServiceState
  readonly share: string | null
  /** Ninety days, the oldest first; null where nobody looked. */
  readonly days: readonly { readonly day: string; readonly share: string | null; readonly outages: number }[]
}

export type Incident = Span & { readonly service: string; readonly isOver: boolean }

export type Status = {
  readonly services: readonly ServiceStatus[]
  /** Unplanned, the newest first. */
  readonly incidents: readonly Incident[]
  /** Announced, the next first. */
  readonly windows: readonly PlannedWindow[]
}

const INCIDENTS_DAYS = 14
const WINDOWS_AHEAD_DAYS = 60
const DAY = 86_400

/** How the services of a unit and those below it stand; nothing of addresses, probes or people. */
export async function readStatus(reader: Reader, { unitId, now }: { unitId: string; now: Temporal.Instant }) {
  const at = secondOf(now)
  const probes = await listShown(reader, unitId)
  const settled = await stretchesOf(reader, probes, at - INCIDENTS_DAYS * DAY)
  const span = { from: at - INCIDENTS_DAYS * DAY, to: at + WINDOWS_AHEAD_DAYS * DAY }
  const dueOf = await dueTimesOf(reader, probes, span)
  const days = await listDays(reader, probes, now)

  const seen = probes.map((probe) => {
    const watch = parseWatch(probe.following)
    const due = dueOf(probe)
    const stretches = mergeStretches([...(settled.get(probe.id) ?? []), ...stretchesUntil(watch, at)])
    const outages = outagesIn(stretches).filter((outage) => !isPlanned(outage, due.planned))
    const today = todayOf({ stretches, due, begun: secondOf(probe.begunAt), at }, now)
    const before = (days.get(probe.id) ?? []).filter(({ day }) => day !== today.day)
    return { ...probe, due, outages, state: stateAt(watch, at), days: [...before, today] }
  })
  const services = [...Map.groupBy(seen, ({ service }) => service)].map(([name, of]) => statusOf(name, of, now))
  const incidents = seen
    .flatMap(({ service, outages }) => outages.map((outage): Incident => ({ ...outage, service })))
    .toSorted((one, other) => other.from - one.from)
  const windows = [...new Map(seen.flatMap(({ due }) => due.planned).map((one) => [one.changeId, one])).values()]
  return {
    services: services.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    incidents,
    windows: windows.filter(({ to }) => to > at).toSorted((one, other) => one.from - other.from),
  } satisfies Status
}

function listShown(reader: Reader, unitId: string) {
  return reader
    .selectFrom('watchProbe as probe')
    .innerJoin('watchSeries as series', 'series.probeId', 'probe.id')
    .select(['probe.id', 'probe.unitId', 'probe.service', 'probe.deskService', 'series.following', 'series.begunAt'])
    .where('probe.isOn', '=', true)
    .where(sql<boolean>`probe.unit_id in (select id from directory_unit where ancestors @> array[${unitId}]::uuid[])`)
    .orderBy('probe.id')
    .execute()
}

/** Sums come by the hour; today is counted as it stands. */
function todayOf(seen: Parameters<typeof figuresOf>[1], now: Temporal.Instant) {
  const day = officeDay(now).toString()
  const [span = { day, from: seen.at, to: seen.at }] = daysBetween(seen.at, now)
  const { seconds, outages } = figuresOf(span, seen)
  return { day, ...seconds, outages }
}

type ShownDay = { readonly day: string; readonly agreed: number; readonly observed: number; readonly up: number }

/** The sums kept: a page anybody may ask for costs its days and not its answers. */
async function listDays(reader: Reader, probes: readonly { id: string }[], now: Temporal.Instant) {
  const ids = probes.map(({ id }) => id)
  const rows = await reader
    .selectFrom('watchDay')
    .select(['probeId', 'day', 'agreed', 'observed', 'up', 'planned', 'outages'])
    .where('probeId', '=', sql<string>`any(${ids}::uuid[])`)
    .where('day', '>=', daysBetween(firstSecond(now), now)[0]?.day ?? officeDay(now).toString())
    .execute()
  return Map.groupBy(rows, ({ probeId }) => probeId)
}

type Seen = {
  readonly state: 'up' | 'down' | 'unknown'
  readonly due: DueTime
  readonly days: readonly (ShownDay & { readonly planned: number; readonly outages: number })[]
}

function statusOf(name: string, probes: readonly Seen[], now: Temporal.Instant): ServiceStatus {
  const byDay = Map.groupBy(
    probes.flatMap(({ days }) => days),
    ({ day }) => day,
  )
  const days = daysBetween(firstSecond(now), now).map(({ day }) => {
    const rows = byDay.get(day) ?? []
    const seconds = rows.reduce(addSeconds, NO_SECONDS)
    return {
      day,
      seconds,
      share: availabilityOf(seconds).share,
      outages: rows.reduce((sum, row) => sum + row.outages, 0),
    }
  })
  const { share } = availabilityOf(days.map(({ seconds }) => seconds).reduce(addSeconds, NO_SECONDS))
  return {
    ...{ name, share, state: stateOfService(probes, secondOf(now)) },
    days: days.map(({ day, share: ofDay, outages }) => ({ day, share: ofDay, outages })),
  }
}

function stateOfService(probes: readonly Seen[], at: number): ServiceState {
  const states = new Set(probes.map(({ state }) => state))
  const isInWindow = probes.some(({ due }) => due.planned.some(({ from, to }) => from <= at && at < to))
  if (isInWindow) return 'planned'
  if (states.has('down')) return states.size === 1 ? 'down' : 'partly'
  return states.has('up') ? 'up' : 'unknown'
}
