import { expect, test } from 'vitest'
import { decimal, ZERO } from '../decimal.ts'
import { grownByMonth, planByMonth } from './plan-line.ts'

test.each([
  ['1200000', '100000.00', '600000.00', '1200000.00'],
  ['57607470', '4800622.50', '28803735.00', '57607470.00'],
  ['100', '8.33', '50.00', '100.00'],
  ['0', '0.00', '0.00', '0.00'],
])('of a budget of %s yuan %s is due by January, %s by June, %s by December', (budget, january, june, december) => {
  const plan = planByMonth(decimal(budget))
  expect([plan[0], plan[5], plan[11]]).toEqual([january, june, december])
})

test('what was spent in single months adds up, and stands still in months without a payment', () => {
  const months = ['0', '90000', '0', '88200.50'].map(decimal)
  expect(grownByMonth([...months, ZERO])).toEqual(['0', '90000', '90000', '178200.50', '178200.50'])
})
