import { expect, test } from 'vitest'
import { decimal, ZERO } from '../decimal.ts'
import { type ProjectYear, sumUp } from './sum-up.ts'

const project = (unit: string, alarm: number, budget: string | null, executed: string): ProjectYear => ({
  unitId: unit,
  unit,
  lights: { alarm, watch: 1, fine: 2, notBegun: 0, unbound: 3 },
  budget: budget === null ? null : decimal(budget),
  executed: decimal(executed),
})

test('units are added up, the one with most alarms first', () => {
  const { all, units } = sumUp([
    project('信息中心', 0, '372100', '177500'),
    project('机关事务', 2, '4768009', '4768009'),
    project('信息中心', 1, '100', '50'),
  ])
  expect(all.lights).toEqual({ alarm: 3, watch: 3, fine: 6, notBegun: 0, unbound: 9 })
  expect(units.map(({ unit, projects }) => [unit, projects])).toEqual([
    ['机关事务', 1],
    ['信息中心', 2],
  ])
  expect(units[1]?.money).toEqual({ budget: '372200', executed: '177550', rate: '47.70', without: 0 })
})

test('a project without a budget is counted and stands in no rate', () => {
  const { all } = sumUp([project('信息中心', 0, null, '9000'), project('信息中心', 0, '1000', '900')])
  expect(all.money).toEqual({ budget: '1000', executed: '900', rate: '90.00', without: 1 })
})

test('without money there is no rate', () => {
  expect(sumUp([]).all.money).toEqual({ budget: ZERO, executed: ZERO, rate: null, without: 0 })
  expect(sumUp([project('信息中心', 0, '0', '0')]).all.money.rate).toBeNull()
})
