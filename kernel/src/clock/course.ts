import type { PauseReason } from './clock-event.ts'
import type { ClockKind, ClockRule } from './clock-rule.ts'
import type { TimedEvent } from './order-events.ts'

/** How a clock stands between two events, before the calendar is asked. Moments are whole seconds since 1970. */
export type Stretch = { readonly from: number; readonly to: number; readonly standing: Standing }
export type Standing =
  | { readonly code: 'counted' | 'repair-did-not-hold' | 'stopped' }
  | { readonly code: 'paused' | 'pause-not-agreed'; readonly pause: PauseReason }

export type Course = {
  readonly stretches: readonly Stretch[]
  readonly end: 'running' | 'paused' | 'stopped' | 'withdrawn'
  /** When it stopped, or the moment asked about. */
  readonly until: number
}

type Raw = {
  readonly from: number
  readonly to: number
  readonly pause: PauseReason | null
  stopped: boolean
  again: boolean
}

/** The event that stops each kind; a resolved ticket counts as answered, visited and restored. */
const STOPS: Readonly<Record<ClockKind, TimedEvent['event']['kind']>> = {
  response: 'responded',
  arrival: 'arrived',
  recovery: 'restored',
  resolution: 'resolved',
}

/** The course of one clock through the ordered events of a ticket, as it stands at `asOf`. */
export function courseOf(events: readonly TimedEvent[], rule: ClockRule, asOf: number): Course {
  const past: Raw[] = []
  let since = events[0]?.second ?? asOf
  let pause: PauseReason | null = null
  let stoppedAt: number | null = null

  const pass = (to: number) => {
    if (to > since) past.push({ from: since, to, pause, stopped: stoppedAt !== null, again: false })
    since = to
  }
  for (const { event, second } of events) {
    pass(second)
    if (event.kind === 'paused') pause = event.reason
    if (event.kind === 'resumed' || event.kind === 'resolved') pause = null
    if (event.kind === 'withdrawn' && stoppedAt === null) return finish(past, rule, { end: 'withdrawn', until: second })
    if (event.kind === STOPS[rule.kind] || event.kind === 'resolved') stoppedAt ??= second
    if (event.kind === 'reopened' && stoppedAt !== null && goesOnWhenReopened(rule)) {
      stoppedAt = null
      if (rule.reopened === 'count-through') countThrough(past)
    }
  }
  if (stoppedAt !== null) {
    const until = stoppedAt
    return finish(
      past.filter(({ from }) => from < until),
      rule,
      { end: 'stopped', until },
    )
  }
  pass(asOf)
  const stands = pause !== null && rule.pausedBy.includes(pause)
  return finish(past, rule, { end: stands ? 'paused' : 'running', until: asOf })
}

/** A first answer and a first visit are given once; a repair may not hold. */
function goesOnWhenReopened({ kind }: ClockRule): boolean {
  return kind === 'recovery' || kind === 'resolution'
}

function countThrough(past: Raw[]): void {
  for (let index = past.length - 1; past[index]?.stopped; index -= 1) {
    const one = past[index]
    if (one !== undefined) Object.assign(one, { stopped: false, again: true })
  }
}

function finish(past: readonly Raw[], rule: ClockRule, { end, until }: Pick<Course, 'end' | 'until'>): Course {
  const stretches = past.map((raw) => ({ from: raw.from, to: raw.to, standing: standingOf(raw, rule) }))
  return { stretches, end, until }
}

function standingOf({ stopped, pause, again }: Raw, { pausedBy }: ClockRule): Standing {
  if (stopped) return { code: 'stopped' }
  if (pause !== null) return { code: pausedBy.includes(pause) ? 'paused' : 'pause-not-agreed', pause }
  return { code: again ? 'repair-did-not-hold' : 'counted' }
}
