import type { ClockKind } from '@shiji/kernel/clock/clock-rule'
import { secondOf } from '@shiji/kernel/clock/second'
import { sayClock } from '@shiji/kernel/ticket/say-clock'
import type { Context } from '#platform/context'

type Face = {
  readonly kind: ClockKind
  readonly state: string
  readonly verdict: string
  readonly limitSeconds: number
  readonly elapsedSeconds: number
  readonly dueAt: string | null
}

/** A kept clock as it shows now: one that runs past its limit is broken, though nothing happened since. */
export function showClock({ kind, dueAt, ...face }: Face, { now, language }: Pick<Context, 'now' | 'language'>) {
  const state = face.state as 'running' | 'paused' | 'stopped' | 'withdrawn'
  const kept = face.verdict as 'open' | 'kept' | 'broken' | 'withdrawn'
  const leftSeconds = state === 'running' && dueAt !== null ? secondsBetween(now, dueAt) : null
  const { limitSeconds, elapsedSeconds } = face
  return {
    kind,
    state,
    verdict: kept === 'open' && leftSeconds !== null && leftSeconds < 0 ? ('broken' as const) : kept,
    limitSeconds,
    elapsedSeconds,
    dueAt,
    says: sayClock({ kind, state, limitSeconds, elapsedSeconds, leftSeconds }, language),
  }
}

/** Whole ones, down; clocks are due at whole seconds. A list counts hundreds of them: without a duration for each. */
function secondsBetween(from: Temporal.Instant, to: string): number {
  return Math.floor(secondOf(to) - from.epochMilliseconds / 1_000)
}
