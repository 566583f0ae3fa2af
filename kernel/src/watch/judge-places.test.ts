import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeStretches, type State, type Stretch } from './follow-samples.ts'
import { judgePlaces, judgeStates } from './judge-places.ts'

test.each<[string, State[], number, State]>([
  ['two of three say out', ['down', 'down', 'up'], 2, 'down'],
  ['one of three says out', ['down', 'up', 'up'], 2, 'up'],
  ['one says out, one there, one is silent: it could be either', ['down', 'up', 'unknown'], 2, 'unknown'],
  ['two say there, one is silent: two can no longer say out', ['up', 'up', 'unknown'], 2, 'up'],
  ['one is enough, and one is silent', ['up', 'up', 'unknown'], 1, 'unknown'],
  ['all must say out, and one says there', ['down', 'up', 'unknown'], 3, 'up'],
  ['all are silent', ['unknown', 'unknown'], 2, 'unknown'],
  ['the only place is silent', ['unknown'], 1, 'unknown'],
])('%s', (_title, states, needed, judged) => expect(judgeStates(states, needed)).toBe(judged))

const second = fc.constantFrom<State>('up', 'down', 'unknown')
const place = fc.array(second, { minLength: 40, maxLength: 40 })
const stretchesOf = (states: readonly State[]) =>
  mergeStretches(states.map((state, from): Stretch => ({ from, to: from + 1, state })))

test('over time it is the judgement of every single second', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), fc.nat(3), (places, more) => {
      const needed = Math.min(places.length, more + 1)
      const expected = Array.from({ length: 40 }, (_, at) => {
        const states = places.map((states) => states[at] ?? 'unknown')
        return judgeStates(states, needed)
      })
      const judged = judgePlaces(places.map(stretchesOf), needed, { from: 0, to: 40 })
      expect(judged).toEqual(stretchesOf(expected))
    }),
  )
})

test('a place that says nothing is unknown, and a service is never there on the word of nobody', () => {
  const span = { from: 0, to: 10 }
  expect(judgePlaces([[], []], 1, span)).toEqual([{ ...span, state: 'unknown' }])
  const heard: Stretch[] = [{ from: 2, to: 5, state: 'up' }]
  expect(judgePlaces([heard], 1, span).map(({ state }) => state)).toEqual(['unknown', 'up', 'unknown'])
})
