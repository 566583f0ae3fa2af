import { expect, test } from 'vitest'
import { reminderOf, stateOfRegulation } from './regulation-state.ts'

const RULE = { validFrom: '2025-01-01', validUntil: '2026-12-31', nextReviewOn: '2026-06-30', repealedOn: null }

test.each([
  ['2024-12-31', {}, 'ahead', null],
  ['2026-05-30', {}, 'in-force', null],
  ['2026-05-31', {}, 'review-due', { on: '2026-06-30', about: 'review' }],
  ['2026-07-15', {}, 'review-due', { on: '2026-06-30', about: 'review' }],
  ['2026-12-01', {}, 'lapses-soon', { on: '2026-12-31', about: 'lapse' }],
  ['2026-12-31', {}, 'lapses-soon', { on: '2026-12-31', about: 'lapse' }],
  ['2027-01-01', {}, 'lapsed', null],
  ['2040-01-01', { validUntil: null, nextReviewOn: null }, 'in-force', null],
  ['2026-03-01', { repealedOn: '2026-03-01' }, 'repealed', null],
  ['2026-02-28', { repealedOn: '2026-03-01' }, 'in-force', null],
] as const)('on %s a rule with %j stands at %s', (today, changes, state, reminder) => {
  const days = { ...RULE, ...changes }
  expect([stateOfRegulation(days, today), reminderOf(days, today)]).toEqual([state, reminder])
})
