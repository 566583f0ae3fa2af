import type { OpenHours } from '../calendar/open-hours.ts'
import type { ClockEvent } from '../clock/clock-event.ts'
import type { ClockKind, ClockRule } from '../clock/clock-rule.ts'
import { type ClockReading, runClock } from '../clock/run-clock.ts'
import type { LifeEvent } from './ticket-life.ts'

/** A clock as it is kept: the reading and everything it was computed from. */
export type KeptClock = {
  readonly rule: ClockRule
  readonly calendarVersion: number
  /** Events entered until then are what it knew. */
  readonly asOf: string
  readonly reading: ClockReading
}

/** What the next reading of a clock is computed from. */
export type ClockPlan = { readonly rule: ClockRule; readonly calendarVersion: number }

/**
 * A clock that stopped keeps its rule and its calendar, whatever changed since; one that runs goes by what holds now.
 * Clocks the severity does not ask for any more go, unless they stopped.
 */
export function planClocks(
  kept: readonly KeptClock[],
  { rules, calendarVersion }: { rules: readonly ClockRule[]; calendarVersion: number },
): readonly ClockPlan[] {
  const stopped = kept.filter(({ reading }) => reading.state === 'stopped')
  const done = new Set<ClockKind>(stopped.map(({ rule }) => rule.kind))
  const going = rules.filter(({ kind }) => !done.has(kind)).map((rule) => ({ rule, calendarVersion }))
  return [...stopped.map(({ rule, calendarVersion: version }) => ({ rule, calendarVersion: version })), ...going]
}

/** The clock of a plan; null when the hours of its calendar are unknown or the events cannot be timed. */
export function runPlan(
  events: readonly LifeEvent[],
  { rule, calendarVersion }: ClockPlan,
  { hours, asOf }: { hours: OpenHours | null; asOf: string },
): KeptClock | null {
  if (hours === null) return null
  const reading = runClock(clockEventsOf(events), { rule, hours, asOf })
  return reading.ok ? { rule, calendarVersion, asOf, reading: reading.value } : null
}

/** The next moment at which somebody is told, over all clocks that run. */
export function nextReminder(clocks: readonly KeptClock[], after: string): string | null {
  const moments = clocks
    .filter(({ reading }) => reading.state === 'running')
    .flatMap(({ reading }) => reading.reminders.map(({ at }) => at))
    .filter((at) => at !== null)
    .filter((at) => Date.parse(at) > Date.parse(after))
  return moments.sort((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null
}

function clockEventsOf(events: readonly LifeEvent[]): ClockEvent[] {
  return events.filter((event) => event.kind !== 'closed')
}
