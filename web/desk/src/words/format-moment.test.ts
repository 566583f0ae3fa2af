import { expect, test } from 'vitest'
import { formatClock, formatMoment } from './format-moment.ts'

test('an instant is read in the time of the office', () => {
  expect(formatMoment('2026-03-02T01:05:00Z')).toBe('2026-03-02 09:05')
})

test.each([
  ['2026-03-02T01:05:00Z', '2026-03-02T08:00:00Z', '09:05'],
  // In the office it is already the next day.
  ['2026-03-02T15:30:00Z', '2026-03-02T16:10:00Z', '2026-03-02 23:30'],
  ['2026-03-02T16:10:00Z', '2026-03-03T02:00:00Z', '00:10'],
])('what happened at %s reads, at %s, as %s', (instant, now, read) => {
  expect(formatClock(instant, now)).toBe(read)
})
