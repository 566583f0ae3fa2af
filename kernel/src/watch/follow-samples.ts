import type { Span } from './spans.ts'

/** One answer of a probe. */
export type Sample = {
  /** Whole seconds since 1970. */
  readonly at: number
  readonly isUp: boolean
  /** Seconds until the next check was due: how long the answer may vouch when no other comes. */
  readonly holds: number
}

/**
 * When an outage begins and ends. `in-a-row`: with the first of so many failures in a row, and with the first of so
 * many successes. `of-last`: with the first failure of those which are at least `failures` among the last `checks`,
 * and with the first success after which they are fewer.
 */
export type OutageRule =
  | { readonly kind: 'in-a-row'; readonly failures: number; readonly successes: number }
  | { readonly kind: 'of-last'; readonly failures: number; readonly checks: number }

/** A failure that its rule does not confirm is neither up nor down; nor is time nobody looked. */
export type State = 'up' | 'down' | 'unknown'
export type Stretch = Span & { readonly state: State }

/** What has to be remembered between two batches of samples, so that any cutting of a series gives the same stretches. */
export type Watch = {
  readonly isOut: boolean
  /** The last answers without a gap between them, as many as the rule looks at. */
  readonly window: readonly boolean[]
  /** Samples not settled yet: the last one, and those before it that later ones may still decide about. */
  readonly open: readonly Sample[]
}

export const NEW_WATCH: Watch = { isOut: false, window: [], open: [] }

/** A check may come late by half of its interval before the time in between counts as a gap. */
const LATE = 1.5

type Following = { isOut: boolean; window: boolean[]; open: Sample[]; readonly settled: Stretch[] }

/**
 * Goes on with a series. `settled` are stretches no later sample changes, in order and without holes since the sample
 * before. Samples must be in order; one that is not later than the last is dropped (a clock that was set back).
 */
export function followSamples(
  rule: OutageRule,
  watch: Watch,
  samples: readonly Sample[],
): { readonly settled: readonly Stretch[]; readonly watch: Watch } {
  const state: Following = { ...watch, window: [...watch.window], open: [...watch.open], settled: [] }
  for (const sample of samples) follow(rule, state, sample)
  const { isOut, window, open, settled } = state
  return { settled: mergeStretches(settled), watch: { isOut, window, open } }
}

/** The stretches still open, as far as they can be told at a moment: what is unconfirmed is unknown. */
export function stretchesUntil(watch: Watch, until: number): readonly Stretch[] {
  const state: Following = { isOut: watch.isOut, window: [], open: [...watch.open], settled: [] }
  close(state, until)
  return mergeStretches(state.settled)
}

export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: { from: number; to: number; state: State }[] = []
  for (const { from, to, state } of stretches) {
    const last = merged.at(-1)
    if (to <= from) continue
    if (last !== undefined && last.to === from && last.state === state) last.to = to
    else merged.push({ from, to, state })
  }
  return merged
}

function follow(rule: OutageRule, state: Following, sample: Sample): void {
  const last = state.open.at(-1)
  if (last !== undefined && sample.at <= last.at) return
  if (last !== undefined && sample.at - last.at > last.holds * LATE) {
    close(state, sample.at)
    state.window = []
  }
  state.open.push(sample)
  state.window = [...state.window, sample.isUp].slice(-lengthOf(rule))
  if (!state.isOut) {
    const failed = failuresThatBegin(rule, state.window)
    if (failed > 0) {
      settle(state, state.open.length - failed)
      state.isOut = true
    }
  } else if (sample.isUp && hasEnded(rule, state.window)) {
    const recovered = trailing(state.window, true)
    settle(state, state.open.length - recovered)
    state.isOut = false
    state.window = state.window.slice(-recovered)
  }
  settle(state, state.open.length - Math.max(1, undecided(rule, state)))
}

function lengthOf(rule: OutageRule): number {
  return rule.kind === 'of-last' ? rule.checks : Math.max(rule.failures, rule.successes)
}

/** How many samples back the outage begins; 0 when none begins. */
function failuresThatBegin(rule: OutageRule, window: readonly boolean[]): number {
  if (rule.kind === 'in-a-row') return trailing(window, false) >= rule.failures ? rule.failures : 0
  const failures = window.filter((isUp) => !isUp).length
  return failures >= rule.failures ? window.length - window.indexOf(false) : 0
}

function hasEnded(rule: OutageRule, window: readonly boolean[]): boolean {
  if (rule.kind === 'in-a-row') return trailing(window, true) >= rule.successes
  return window.filter((isUp) => !isUp).length < rule.failures
}

/** How many of the last samples may still turn out otherwise. */
function undecided(rule: OutageRule, { isOut, window }: Following): number {
  if (isOut) return trailing(window, true)
  if (rule.kind === 'in-a-row') return trailing(window, false)
  const next = window.slice(1 - rule.checks)
  const failure = rule.checks === 1 ? -1 : next.indexOf(false)
  return failure === -1 ? 0 : next.length - failure
}

function trailing(window: readonly boolean[], isUp: boolean): number {
  return window.length - 1 - window.lastIndexOf(!isUp)
}

/** Settles the oldest samples; each holds until the next. */
function settle(state: Following, count: number): void {
  const edges = state.open.map(({ at }) => at)
  for (const [index, sample] of state.open.splice(0, Math.max(0, count)).entries()) {
    state.settled.push({ from: sample.at, to: edges[index + 1] ?? sample.at, state: stateOf(state, sample) })
  }
}

function stateOf({ isOut }: Following, { isUp }: Sample): State {
  if (isOut) return 'down'
  return isUp ? 'up' : 'unknown'
}

/** Nobody looked after the last sample: it holds its own interval, then nothing is known. */
function close(state: Following, until: number): void {
  const last = state.open.at(-1)
  if (last === undefined) return
  settle(state, state.open.length - 1)
  const heldTo = Math.max(last.at, Math.min(last.at + last.holds, until))
  state.settled.push({ from: last.at, to: heldTo, state: stateOf(state, last) })
  state.settled.push({ from: heldTo, to: until, state: 'unknown' })
  state.open = []
}
