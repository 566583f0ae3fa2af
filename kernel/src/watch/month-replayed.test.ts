import { expect, test } from 'vitest'
import { availabilityOf, countSeconds, meanTimes, outagesIn } from './availability.ts'
import {
  followSamples,
  mergeStretches,
  NEW_WATCH,
  type OutageRule,
  type Sample,
  stretchesUntil,
} from './follow-samples.ts'
import type { Span } from './spans.ts'

const MINUTE = 60
const HOUR = 3600
const DAY = 86_400
const MONTH = { from: 0, to: 30 * DAY }
const TWO_IN_A_ROW: OutageRule = { kind: 'in-a-row', failures: 2, successes: 1 }

type Run = { readonly down: readonly Span[]; readonly blind?: Span; readonly retry?: number; readonly retries?: number }

const holds = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => from <= at && at < to)

/** A check a minute on a virtual clock; while failing it looks `retries` times in a shorter rhythm. */
function replay({ down, blind = { from: 0, to: 0 }, retry = MINUTE, retries = 0 }: Run): Sample[] {
  const samples: Sample[] = []
  let failed = 0
  for (let at = 0; at < MONTH.to; ) {
    const isUp = !holds(down, at)
    failed = isUp ? 0 : failed + 1
    const next = failed > 0 && failed <= retries ? retry : MINUTE
    if (!holds([blind], at)) samples.push({ at, isUp, holds: next })
    at += next
  }
  return samples
}

function stretchesOf(samples: readonly Sample[], until: number) {
  const { settled, watch } = followSamples(TWO_IN_A_ROW, NEW_WATCH, samples)
  return mergeStretches([...settled, ...stretchesUntil(watch, until)])
}

const outage = { from: 5 * DAY, to: 5 * DAY + 240 * MINUTE }
const maintenance = { from: 12 * DAY, to: 12 * DAY + 120 * MINUTE }
const blind = { from: 20 * DAY, to: 20 * DAY + 60 * MINUTE }

test('the month of one outage, one planned window and one blind hour reads 99.442 %', () => {
  const stretches = stretchesOf(replay({ down: [outage, maintenance], blind }), MONTH.to)
  const seconds = countSeconds({ windows: [MONTH], planned: [maintenance], now: MONTH.to }, stretches)
  expect(seconds).toEqual({
    agreed: 43_080 * MINUTE,
    observed: 43_020 * MINUTE,
    up: 42_780 * MINUTE,
    planned: 120 * MINUTE,
  })
  expect(availabilityOf(seconds)).toEqual({
    share: '99.442',
    coverage: '99.861',
    lowest: '99.304',
    highest: '99.443',
  })
})

test('on day 10 the lost hours stand against ten days, not against the month', () => {
  const now = 10 * DAY
  const samples = replay({ down: [outage] }).filter(({ at }) => at < now)
  const seconds = countSeconds({ windows: [MONTH], planned: [], now }, stretchesOf(samples, now))
  expect(availabilityOf(seconds, 2)).toEqual({ share: '98.33', coverage: '100.00', lowest: '98.33', highest: '98.33' })
})

test.each([
  ['forty blips of a minute, looked at every 10 s', { minutes: 1, retry: 10, retries: 6 }, '99.91'],
  ['forty outages of three minutes, looked at every 20 s', { minutes: 3, retry: 20, retries: 3 }, '99.72'],
])('%s: faster looking does not weigh more', (_title, { minutes, retry, retries }, share) => {
  const starts = Array.from({ length: 40 }, (_, index) => index * 17 * HOUR + HOUR)
  const down = starts.map((from) => ({ from, to: from + minutes * MINUTE }))
  const stretches = stretchesOf(replay({ down, retry, retries }), MONTH.to)
  const seconds = countSeconds({ windows: [MONTH], planned: [], now: MONTH.to }, stretches)
  expect(seconds.observed - seconds.up).toBe(40 * minutes * MINUTE)
  expect(availabilityOf(seconds, 2).share).toBe(share)
})

test('a planned window that nobody approved beforehand costs what it costs', () => {
  const stretches = stretchesOf(replay({ down: [outage, maintenance] }), MONTH.to)
  const seconds = countSeconds({ windows: [MONTH], planned: [], now: MONTH.to }, stretches)
  expect(availabilityOf(seconds).share).toBe('99.167')
})

test('outages, mean times and what may still be lost this year', () => {
  const second = { from: 8 * DAY, to: 8 * DAY + 60 * MINUTE }
  const stretches = stretchesOf(replay({ down: [outage, second] }), MONTH.to)
  const seconds = countSeconds({ windows: [MONTH], planned: [], now: MONTH.to }, stretches)
  expect(outagesIn(stretches)).toEqual([
    { ...outage, isOver: true },
    { ...second, isOver: true },
  ])
  expect(meanTimes(seconds, 2)).toEqual({ betweenFailures: '1287000', toRepair: '9000' })
  expect(meanTimes(seconds, 0)).toEqual({ betweenFailures: null, toRepair: null })
})

test('without a sample there is no figure, and the bounds say everything is possible', () => {
  const seconds = countSeconds({ windows: [MONTH], planned: [], now: MONTH.to }, [])
  expect(availabilityOf(seconds)).toEqual({ share: null, coverage: '0.000', lowest: '0.000', highest: '100.000' })
})
