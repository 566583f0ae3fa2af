import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample } from './draw-sample.ts'
import { responseRate, surveyStanding } from './survey-standing.ts'
import { wilson } from './wilson.ts'

const list = fc.record({ seed: fc.string(), population: fc.integer({ min: 0, max: 300 }), size: fc.nat(350) })

test('the same seed draws the same people again, each of the list and each once', () => {
  fc.assert(
    fc.property(list, ({ seed, ...given }) => {
      const drawn = drawSample(seed, given)
      expect(drawSample(seed, given)).toEqual(drawn)
      expect(drawn.length).toBe(Math.min(given.size, given.population))
      expect(new Set(drawn).size).toBe(drawn.length)
      expect(drawn.every((number) => number >= 1 && number <= given.population)).toBe(true)
      expect(drawn).toEqual(drawn.toSorted((one, other) => one - other))
    }),
  )
})

test('over many seeds everybody of the list is drawn about as often', () => {
  const times = Array.from({ length: 10 }, () => 0)
  for (let round = 0; round < 10_000; round += 1)
    for (const number of drawSample(`seed ${round}`, { population: 10, size: 3 }))
      times[number - 1] = (times[number - 1] ?? 0) + 1
  // 3 000 each on the mean; six standard deviations are 275.
  expect(times.filter((count) => Math.abs(count - 3_000) > 275)).toEqual([])
})

test('a list is drawn from as it always was, so that old surveys can be drawn again', () => {
  expect(drawSample('2026-满意度', { population: 40, size: 5 })).toEqual([3, 6, 17, 26, 28])
})

/** By the closed form in floating point, the ends rounded outwards. */
test.each([
  [0, 10, '0.00', '27.76'],
  [10, 10, '72.24', '100.00'],
  [8, 10, '49.01', '94.34'],
  [96, 100, '90.16', '98.44'],
  [485, 500, '95.10', '98.18'],
  [1, 2, '9.45', '90.55'],
])('%i satisfied of %i: between %s and %s', (satisfied, answered, low, high) => {
  expect(wilson(satisfied, answered)).toEqual({ low, high })
})

test('the interval holds the share, and more answers of the same share make it narrower', () => {
  const answers = fc
    .integer({ min: 1, max: 3_000 })
    .chain((answered) => fc.tuple(fc.nat(answered), fc.constant(answered)))
  fc.assert(
    fc.property(answers, ([satisfied, answered]) => {
      const [few, many] = [wilson(satisfied, answered), wilson(satisfied * 4, answered * 4)]
      if (few === null || many === null) throw new Error('there are answers')
      const share = (satisfied * 100) / answered
      expect(Number(few.low) <= share + 0.005 && share - 0.005 <= Number(few.high)).toBe(true)
      expect(Number(many.high) - Number(many.low)).toBeLessThan(Number(few.high) - Number(few.low))
    }),
  )
})

const scores = { 5: 20, 4: 7, 3: 2, 2: 1, 1: 0 }

test('a survey says nothing while it runs, with too few answers, or once it was withdrawn', () => {
  const survey = { isClosed: true, isWithdrawn: false, minimum: 30, scores }
  expect(surveyStanding({ ...survey, isClosed: false })).toEqual({ kind: 'running' })
  expect(surveyStanding({ ...survey, isWithdrawn: true })).toEqual({ kind: 'withdrawn' })
  expect(surveyStanding({ ...survey, minimum: 31 })).toEqual({ kind: 'too-few', answered: 30, missing: 1 })
  expect(surveyStanding(survey)).toEqual({
    kind: 'valid',
    answered: 30,
    satisfied: 27,
    share: '90.00',
    interval: { low: '74.37', high: '96.55' },
  })
})

test('who was asked and did not answer lowers the response rate', () => {
  expect([responseRate(30, 40), responseRate(0, 0)]).toEqual(['75.00', null])
})
