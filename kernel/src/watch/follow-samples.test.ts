import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countSeconds } from './availability.ts'
import {
  followSamples,
  mergeStretches,
  NEW_WATCH,
  type OutageRule,
  type Sample,
  type State,
  stretchesUntil,
} from './follow-samples.ts'
import { secondOracle } from './second-oracle-arbitrary.ts'

const rules = fc.oneof(
  fc.record({
    kind: fc.constant('in-a-row' as const),
    failures: fc.integer({ min: 1, max: 4 }),
    successes: fc.integer({ min: 1, max: 3 }),
  }),
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 3 }))
    .map(([failures, more]) => ({ kind: 'of-last' as const, failures, checks: failures + more })),
)

const series = fc
  .array(
    fc.record({ after: fc.integer({ min: 1, max: 14 }), isUp: fc.boolean(), holds: fc.integer({ min: 2, max: 9 }) }),
    {
      maxLength: 40,
    },
  )
  .map((steps) => {
    let at = 0
    return steps.map(({ after, ...rest }): Sample => {
      at += after
      return { at, ...rest }
    })
  })

const END = 600

function stretchesOf(rule: OutageRule, batches: readonly (readonly Sample[])[]) {
  const settled = []
  let watch = NEW_WATCH
  for (const batch of batches) {
    const more = followSamples(rule, watch, batch)
    settled.push(...more.settled)
    watch = more.watch
  }
  return mergeStretches([...settled, ...stretchesUntil(watch, END)])
}

test('the seconds of any series are those a count second by second finds', () => {
  const spans = fc.array(
    fc.tuple(fc.integer({ min: 0, max: END }), fc.integer({ min: 0, max: 90 })).map(([from, length]) => ({
      from,
      to: Math.min(END, from + length),
    })),
    { maxLength: 5 },
  )
  const dues = fc.record({ windows: spans, planned: spans, now: fc.integer({ min: 1, max: END }) })
  fc.assert(
    fc.property(rules, series, dues, (rule, samples, due) => {
      expect(countSeconds(due, stretchesOf(rule, [samples]))).toEqual(secondOracle(rule, samples, due))
    }),
    { numRuns: 500 },
  )
})

test('a series cut into batches anywhere gives the same stretches', () => {
  fc.assert(
    fc.property(rules, series, fc.array(fc.nat(40), { maxLength: 6 }), (rule, samples, cuts) => {
      const edges = [0, ...cuts.toSorted((one, other) => one - other), samples.length]
      const batches = edges.slice(1).map((edge, index) => samples.slice(edges[index], edge))
      expect(stretchesOf(rule, batches)).toEqual(stretchesOf(rule, [samples]))
    }),
    { numRuns: 500 },
  )
})

const U = 'up' as State
const D = 'down' as State
const N = 'unknown' as State

test.each<[string, OutageRule, string, State[]]>([
  ['one failure is a lost packet', { kind: 'in-a-row', failures: 2, successes: 1 }, 'SFSS', [U, N, U, U]],
  ['two in a row are an outage from the first', { kind: 'in-a-row', failures: 2, successes: 1 }, 'SFFS', [U, D, D, U]],
  [
    'it ends with the first of two successes',
    { kind: 'in-a-row', failures: 2, successes: 2 },
    'FFSFSS',
    [D, D, D, D, U, U],
  ],
  ['two of the last three', { kind: 'of-last', failures: 2, checks: 3 }, 'SFSFSSS', [U, D, D, D, U, U, U]],
  ['one of the last three', { kind: 'of-last', failures: 2, checks: 3 }, 'SFSSFS', [U, N, U, U, N, U]],
])('%s', (_title, rule, answers, states) => {
  const samples = [...answers].map((answer, index) => ({ at: index * 10, isUp: answer === 'S', holds: 10 }))
  const { settled, watch } = followSamples(rule, NEW_WATCH, samples)
  const stretches = mergeStretches([...settled, ...stretchesUntil(watch, samples.length * 10)])
  const found = samples.map(({ at }) => stretches.find(({ from, to }) => from <= at && at < to)?.state)
  expect(found).toEqual(states)
})

test('a clock set back brings no time twice', () => {
  const rule: OutageRule = { kind: 'in-a-row', failures: 2, successes: 1 }
  const samples = [0, 10, 20, 5, 15, 25, 30].map((at) => ({ at, isUp: true, holds: 10 }))
  const { settled, watch } = followSamples(rule, NEW_WATCH, samples)
  expect(mergeStretches([...settled, ...stretchesUntil(watch, 40)])).toEqual([{ from: 0, to: 40, state: 'up' }])
})
