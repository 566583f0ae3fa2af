import { type Decimal, decimal, divide } from '../decimal.ts'
import type { Stretch } from './follow-samples.ts'
import { intersect, type Span, secondsOf, unite, without } from './spans.ts'

/** Whole seconds. Kept apart to the last step, so that days put together are the year and services the whole. */
export type Seconds = {
  /** The service was due and no window approved beforehand took the time away. */
  readonly agreed: number
  /** Of these, up or down; the rest nobody saw. */
  readonly observed: number
  readonly up: number
  /** Due time that approved windows took from both sides. */
  readonly planned: number
}

export const NO_SECONDS: Seconds = { agreed: 0, observed: 0, up: 0, planned: 0 }

export function addSeconds(one: Seconds, other: Seconds): Seconds {
  return {
    agreed: one.agreed + other.agreed,
    observed: one.observed + other.observed,
    up: one.up + other.up,
    planned: one.planned + other.planned,
  }
}

export type Due = {
  /** When the service is due: the whole period, or the peak windows of a calendar. */
  readonly windows: readonly Span[]
  /** Approved beforehand. */
  readonly planned: readonly Span[]
  /** Nothing later counts: availability is over elapsed time, never over the future. */
  readonly now: number
}

/**
 * The declared method (operations.md §2.0): planned windows leave both sides, unknown is never up, and everything is
 * weighed by time. Stretches must be in order; where none is, nothing was seen.
 */
export function countSeconds({ windows, planned, now }: Due, stretches: readonly Stretch[]): Seconds {
  const elapsed = intersect(unite(windows), [{ from: -Infinity, to: now }])
  const taken = unite(planned)
  const agreed = without(elapsed, taken)
  const up = secondsOf(intersect(agreed, spansIn(stretches, 'up')))
  const down = secondsOf(intersect(agreed, spansIn(stretches, 'down')))
  const plannedSeconds = secondsOf(intersect(elapsed, taken))
  return { agreed: secondsOf(agreed), observed: up + down, up, planned: plannedSeconds }
}

function spansIn(stretches: readonly Stretch[], state: Stretch['state']): Span[] {
  return unite(stretches.filter((stretch) => stretch.state === state))
}

/** Percent; null is no data, which is not zero. */
export type Availability = {
  readonly share: Decimal | null
  readonly coverage: Decimal | null
  /** Had all unseen time been down. */
  readonly lowest: Decimal | null
  /** Had all unseen time been up. */
  readonly highest: Decimal | null
}

export function availabilityOf({ agreed, observed, up }: Seconds, scale = 3): Availability {
  return {
    share: percent(up, observed, scale),
    coverage: percent(observed, agreed, scale),
    lowest: percent(up, agreed, scale),
    highest: percent(up + agreed - observed, agreed, scale),
  }
}

function percent(part: number, whole: number, scale: number): Decimal | null {
  if (whole === 0) return null
  return divide(decimal(part * 100), decimal(whole), { scale, rounding: 'half-up' })
}

export type Outage = Span & { readonly isOver: boolean }

/** Outages by the rule the stretches were made by; time nobody looked lies inside one when it was down before and after. */
export function outagesIn(stretches: readonly Stretch[]): Outage[] {
  const outages: { from: number; to: number; isOver: boolean }[] = []
  for (const { from, to, state } of stretches) {
    const last = outages.at(-1)
    if (state === 'up' && last !== undefined) last.isOver = true
    if (state !== 'down') continue
    if (last !== undefined && !last.isOver) last.to = to
    else outages.push({ from, to, isOver: false })
  }
  return outages
}

/** Whether a window took the whole of it away: then it was no failure of the service. */
export function isPlanned({ from, to }: Span, planned: readonly Span[]): boolean {
  return without([{ from, to }], unite(planned)).length === 0
}

/** Mean seconds up between outages, and down in one; null without an outage. */
export function meanTimes({ observed, up }: Seconds, outages: number) {
  if (outages === 0) return { betweenFailures: null, toRepair: null }
  const mean = (seconds: number) => divide(decimal(seconds), decimal(outages), { scale: 0, rounding: 'half-up' })
  return { betweenFailures: mean(up), toRepair: mean(observed - up) }
}
