import { loadCalendars, loadUsualHours } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { dueAfter } from './due-after.ts'

const CALENDAR = { ...loadUsualHours(), version: 0, years: loadCalendars(), overrides: [], terms: [] }

test.each([
  [
    'two days from a Monday',
    { from: '2026-03-02T02:00:00Z', amount: 2, unit: 'working-days', due: '2026-03-04T09:00:00Z' },
  ],
  [
    'a day from a Friday',
    { from: '2026-03-06T02:00:00Z', amount: 1, unit: 'working-days', due: '2026-03-09T09:00:00Z' },
  ],
  // 2026: 1 to 7 October are free, Saturday 10 October is worked.
  [
    'a day over National Day',
    { from: '2026-09-30T02:00:00Z', amount: 1, unit: 'working-days', due: '2026-10-08T09:00:00Z' },
  ],
  [
    'three days, the Saturday worked',
    { from: '2026-09-30T02:00:00Z', amount: 3, unit: 'working-days', due: '2026-10-10T09:00:00Z' },
  ],
  [
    'four hours of an afternoon',
    { from: '2026-03-02T07:00:00Z', amount: 4, unit: 'working-hours', due: '2026-03-03T03:00:00Z' },
  ],
  [
    'an hour asked at night',
    { from: '2026-03-02T14:00:00Z', amount: 1, unit: 'working-hours', due: '2026-03-03T02:00:00Z' },
  ],
] as const)('%s falls due when the office says', (_, { from, amount, unit, due }) => {
  expect(dueAfter(CALENDAR, { amount, unit }, Temporal.Instant.from(from))).toBe(due)
})
