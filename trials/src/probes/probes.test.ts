import { followSamples, NEW_WATCH, type Sample } from '@shiji/kernel/watch/follow-samples'
import { expect, test } from 'vitest'
import { newSeed } from '../chance.ts'
import { type Account, judgeAnswers } from './judge-answers.ts'
import { runProbes } from './run-probes.ts'

const BEGUN = Temporal.Instant.from('2026-03-02T02:00:00Z').epochMilliseconds / 1000
const EVERY = 10
const RULE = { kind: 'in-a-row', failures: 1, successes: 1 } as const
/** Down from the sixth look to the eighth; killed after the twelfth and seen again a minute later. */
const LOOKS = [...Array(12).keys(), 18, 19, 20, 21, 22].map((count) => ({
  at: BEGUN + count * EVERY,
  wasUp: count < 6 || count > 8,
}))

function accountOf(kept: readonly Sample[]): Account {
  const asked = LOOKS.map(({ at, wasUp }) => ({ atMs: at * 1000 + 40, wasUp }))
  const turn = (count: number, wasUp: boolean) => ({ atMs: (BEGUN + count * EVERY) * 1000 - 4_000, wasUp })
  const { settled } = followSamples(RULE, NEW_WATCH, kept)
  const kills = [(BEGUN + 11 * EVERY) * 1000 + 900]
  return { rule: RULE, everySeconds: EVERY, asked, turns: [turn(6, false), turn(9, true)], kept, drawn: settled, kills }
}

const WHOLE = LOOKS.map(({ at, wasUp }): Sample => ({ at, isUp: wasUp, holds: EVERY }))

test('a true account has no findings, and the minute nobody looked is unknown', () => {
  expect(judgeAnswers(accountOf(WHOLE))).toEqual({ lost: 0, unknownSeconds: 60, outages: 1, findings: [] })
})

test('what was in hand when the process was killed may be gone', () => {
  expect(judgeAnswers(accountOf(WHOLE.filter((_, index) => index !== 11)))).toMatchObject({ lost: 1, findings: [] })
})

const PLANTED: readonly [string, (whole: Account) => Account, RegExp][] = [
  [
    'an answer lost',
    ({ kept: _, ...whole }) => ({ ...whole, ...accountOf(WHOLE.toSpliced(3, 1)) }),
    /02:00:30.04Z is gone/,
  ],
  ['an answer invented', (whole) => ({ ...whole, kept: [...WHOLE, sampleAt(23)] }), /02:03:50Z that nobody asked for/],
  [
    'an answer kept twice',
    (whole) => ({ ...whole, kept: [...WHOLE, sampleAt(22)] }),
    /02:03:40Z that nobody asked for/,
  ],
  [
    'an answer turned round',
    () => accountOf(WHOLE.with(3, { ...sampleAt(3), isUp: false })),
    /kept the other way round/,
  ],
  ['a gap drawn as up', (whole) => ({ ...whole, drawn: [span(0, 22, 'up')] }), /but the answers say/],
  ['an outage drawn as up', (whole) => ({ ...whole, drawn: [span(0, 22, 'up')] }), /is said to be up and was not/],
  ['an outage too long', (whole) => ({ ...whole, drawn: [span(6, 11, 'down')] }), /is said to be down and was not/],
]

test.each(PLANTED)('%s is found', (_what, plant, finding) => {
  const { findings } = judgeAnswers(plant(accountOf(WHOLE)))
  expect(findings.some((text) => finding.test(text))).toBe(true)
})

test('killed twice and once without its database, it keeps what it saw and says what it did not see', async () => {
  const outcome = await runProbes({ rounds: 2, awaySeconds: 15, seed: newSeed(), tell: () => undefined })
  expect({ seed: outcome.seed, findings: outcome.findings }).toEqual({ seed: outcome.seed, findings: [] })
  expect(outcome.kept).toBeGreaterThan(4)
  expect(outcome.unknownSeconds).toBeGreaterThan(0)
})

function sampleAt(count: number): Sample {
  return { at: BEGUN + count * EVERY, isUp: true, holds: EVERY }
}

function span(from: number, to: number, state: 'up' | 'down') {
  return { from: BEGUN + from * EVERY, to: BEGUN + to * EVERY, state }
}
