import { decimal } from '@shiji/kernel/decimal'
import { describe, expect, test } from 'vitest'
import type { MonitoredRow } from './month-draft.ts'
import { heightOf, pointsOf, tickValues, todayAt } from './plan-points.ts'

const TARGET = decimal('640')
const sums = ['0', '0', '100', '100', '100', '300', '300', '300', '300', '300', '300', '700'].map(decimal)
const heights = (curve: MonitoredRow['curve']) => {
  const points = pointsOf(curve, TARGET) ?? []
  return [1, 6, 11, 12].map((month) => heightOf(points, month))
}

describe('the plan as it is drawn', () => {
  test.each([
    [{ kind: 'even' }, ['53.33', '320', '586.67', '640']],
    [{ kind: 'level' }, ['640', '640', '640', '640']],
    [{ kind: 'cap' }, ['640', '640', '640', '640']],
    [{ kind: 'once', month: 12 }, ['0', '0', '0', '640']],
    [{ kind: 'once', month: 6 }, ['0', '640', '640', '640']],
    [{ kind: 'monthly', planned: sums }, ['0', '300', '300', '700']],
  ] as const)('%j stands at the ends of January, June, November and December', (curve, expected) => {
    expect(heights(curve as MonitoredRow['curve'])).toEqual(expected)
  })

  test('words have no line', () => {
    expect(pointsOf({ kind: 'words' }, TARGET)).toBeNull()
  })

  test.each([
    [{ kind: 'even' }, TARGET, ['0', '320', '640']],
    [{ kind: 'monthly', planned: sums }, TARGET, ['0', '350', '700']],
    [{ kind: 'monthly', planned: sums }, decimal('500'), ['0', '350', '500', '700']],
    [{ kind: 'cap' }, decimal('0'), ['0', '1']],
    [{ kind: 'level' }, decimal('99.95'), ['0', '49.98', '99.95']],
  ] as const)('the values beside %j up to %s', (curve, target, expected) => {
    expect(tickValues(pointsOf(curve as MonitoredRow['curve'], target) ?? [], target)).toEqual(expected)
  })

  test.each([
    [2026, '2026-01-31', { at: 1, month: 1 }],
    [2026, '2026-11-15', { at: 10.5, month: 11 }],
    [2025, '2026-11-15', null],
  ])('today in %i on %s', (year, today, expected) => {
    expect(todayAt(year, today)).toEqual(expected)
  })
})
