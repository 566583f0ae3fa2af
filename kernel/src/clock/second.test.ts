import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, secondOf } from './second.ts'

const second = fc.integer({ min: -100_000_000_000, max: 400_000_000_000 })

test('a moment is written as everywhere else, and read back', () =>
  fc.assert(
    fc.property(second, (at) => {
      expect(instantOf(at)).toBe(Temporal.Instant.fromEpochMilliseconds(at * 1_000).toString())
      expect(secondOf(instantOf(at))).toBe(at)
    }),
  ))

test.each([
  ['2026-03-01T08:00:00Z', 1_772_352_000],
  ['2026-03-01T08:00:00.999Z', 1_772_352_000],
  ['2026-03-01T16:00:00+08:00', 1_772_352_000],
  ['2026-03-01T08:00Z', 1_772_352_000],
  ['1969-12-31T23:59:59.5Z', -1],
])('%s is second %i', (text, at) => {
  expect(secondOf(text)).toBe(at)
})

test.each(['2026-02-30T08:00:00Z', '2026-03-01T24:00:00Z', '2026-03-01T08:00:00', 'soon'])(
  '%s is no moment',
  (text) => {
    expect(() => secondOf(text)).toThrow(RangeError)
  },
)
