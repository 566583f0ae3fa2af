import type { Due, Seconds } from './availability.ts'
import type { OutageRule, Sample, State } from './follow-samples.ts'

/** The same figure from the raw samples alone, second by second, as an auditor would count it. */
export function secondOracle(rule: OutageRule, samples: readonly Sample[], { windows, planned, now }: Due): Seconds {
  const states = judgeAll(rule, samples)
  const isIn = (spans: Due['windows'], at: number) => spans.some(({ from, to }) => from <= at && at < to)
  const seconds = { agreed: 0, observed: 0, up: 0, planned: 0 }
  for (let at = 0; at < now; at += 1) {
    if (!isIn(windows, at)) continue
    if (isIn(planned, at)) {
      seconds.planned += 1
      continue
    }
    const state = stateAt(samples, states, at)
    seconds.agreed += 1
    if (state !== 'unknown') seconds.observed += 1
    if (state === 'up') seconds.up += 1
  }
  return seconds
}

const isGap = (samples: readonly Sample[], index: number) => {
  const [one, next] = [samples[index], samples[index + 1]]
  return one !== undefined && next !== undefined && (next.at - one.at) * 2 > one.holds * 3
}

function stateAt(samples: readonly Sample[], states: readonly State[], at: number): State {
  const index = samples.findLastIndex((sample) => sample.at <= at)
  const sample = samples[index]
  if (sample === undefined) return 'unknown'
  const isHeld = at < sample.at + sample.holds
  const isFollowed = index < samples.length - 1 && !isGap(samples, index)
  return isHeld || isFollowed ? (states[index] ?? 'unknown') : 'unknown'
}

/** A letter a sample; `|` is a gap, which breaks every row. */
function judgeAll(rule: OutageRule, samples: readonly Sample[]): State[] {
  const states = samples.map(({ isUp }): State => (isUp ? 'up' : 'unknown'))
  let index = 0
  while (index < samples.length) {
    const begin = beginAfter(rule, samples, index)
    if (begin === null) return states
    const end = endAfter(rule, samples, begin.known)
    for (let down = begin.from; down < end.from; down += 1) states[down] = 'down'
    index = end.from
  }
  return states
}

/** Samples back from one, as far as no gap lies between and not before `first`. */
function rowUpTo(samples: readonly Sample[], first: number, last: number, most: number): boolean[] {
  const row: boolean[] = []
  for (let index = last; index >= first && row.length < most; index -= 1) {
    if (row.length > 0 && isGap(samples, index)) break
    row.unshift(samples[index]?.isUp ?? false)
  }
  return row
}

function beginAfter(rule: OutageRule, samples: readonly Sample[], first: number) {
  for (let known = first; known < samples.length; known += 1) {
    const row = rowUpTo(samples, first, known, rule.kind === 'of-last' ? rule.checks : rule.failures)
    if (row.filter((isUp) => !isUp).length >= rule.failures) {
      return { from: known - row.length + 1 + row.indexOf(false), known }
    }
  }
  return null
}

function endAfter(rule: OutageRule, samples: readonly Sample[], begun: number): { from: number } {
  for (let known = begun + 1; known < samples.length; known += 1) {
    const most = rule.kind === 'of-last' ? rule.checks : rule.successes
    const row = rowUpTo(samples, 0, known, most)
    const recovered = row.length - 1 - row.lastIndexOf(false)
    const failures = row.length - row.filter(Boolean).length
    const isOver = rule.kind === 'of-last' ? failures < rule.failures : recovered >= rule.successes
    if (isOver && recovered > 0) return { from: known - recovered + 1 }
  }
  return { from: samples.length }
}
