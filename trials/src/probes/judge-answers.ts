import {
  followSamples,
  mergeStretches,
  NEW_WATCH,
  type OutageRule,
  type Sample,
  type Stretch,
} from '@shiji/kernel/watch/follow-samples'
import type { Stood } from '@shiji/server/testing/portal'

/** What the portal knows of itself, what the product kept of it, and when it was killed (milliseconds since 1970). */
export type Account = {
  readonly rule: OutageRule
  readonly everySeconds: number
  readonly asked: readonly Stood[]
  readonly turns: readonly Stood[]
  readonly kept: readonly Sample[]
  readonly drawn: readonly Stretch[]
  readonly kills: readonly number[]
}

export type Judged = {
  readonly lost: number
  readonly unknownSeconds: number
  readonly outages: number
  readonly findings: readonly string[]
}

/** A look is noted in whole seconds when it begins; the question arrives a little later. */
const ARRIVES_WITHIN_MS = 2_500
/** Answers are brought once a second; what was in hand when the process was killed is gone. */
const IN_HAND_MS = 5_000

/** Holds what the product kept against what the portal saw: nothing invented, nothing twice, no gap called up. */
export function judgeAnswers(account: Account): Judged {
  const { matched, findings: invented } = matchAnswers(account)
  const missing = account.asked.filter((_, index) => !matched.has(index))
  const unexplained = missing
    .filter(({ atMs }) => !account.kills.some((kill) => atMs <= kill + 1_000 && kill - atMs < IN_HAND_MS))
    .map(({ atMs }) => `the answer at ${textOf(atMs / 1000)} is gone though nothing was killed`)
  return {
    lost: missing.length,
    unknownSeconds: secondsOf(account.drawn, 'unknown'),
    outages: account.drawn.filter(({ state }) => state === 'down').length,
    findings: [...invented, ...unexplained, ...judgeDrawing(account), ...judgeTruth(account)],
  }
}

/** Each kept answer belongs to one question the portal saw, and says how it stood then. */
function matchAnswers({ asked, kept }: Account) {
  const matched = new Set<number>()
  const findings = kept.flatMap(({ at, isUp }) => {
    const index = asked.findIndex(
      ({ atMs }, place) => !matched.has(place) && atMs >= at * 1000 && atMs < at * 1000 + ARRIVES_WITHIN_MS,
    )
    const question = asked[index]
    if (question === undefined) return [`an answer of ${textOf(at)} that nobody asked for`]
    matched.add(index)
    return question.wasUp === isUp ? [] : [`the answer of ${textOf(at)} is kept the other way round`]
  })
  return { matched, findings }
}

/** Whoever follows the kept answers alone draws the same. */
function judgeDrawing({ rule, kept, drawn }: Account): string[] {
  const again = mergeStretches(followSamples(rule, NEW_WATCH, kept).settled)
  const [one, other] = [mergeStretches(drawn), again].map((stretches) => JSON.stringify(stretches))
  return one === other ? [] : [`drawn ${one}, but the answers say ${other}`]
}

/** What is said to be up or down was so, but for one interval around each turn. */
function judgeTruth({ everySeconds, turns, drawn }: Account): string[] {
  const truth = [{ atMs: 0, wasUp: true }, ...turns]
  return truth.flatMap(({ atMs, wasUp }, index) => {
    const from = atMs / 1000 + everySeconds
    const until = (truth[index + 1]?.atMs ?? Number.POSITIVE_INFINITY) / 1000 - everySeconds
    const wrong = drawn.filter(
      ({ state, ...span }) => state === (wasUp ? 'down' : 'up') && Math.min(span.to, until) > Math.max(span.from, from),
    )
    return wrong.map((span) => `${textOf(span.from)} to ${textOf(span.to)} is said to be ${span.state} and was not`)
  })
}

function secondsOf(drawn: readonly Stretch[], wanted: Stretch['state']): number {
  return drawn.reduce((sum, { from, to, state }) => sum + (state === wanted ? to - from : 0), 0)
}

function textOf(second: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(second * 1000)).toString()
}
