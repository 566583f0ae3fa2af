import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import type { Light, Lights } from '../rule-pack.ts'
import type { Operator } from '../target/target.ts'
import { inventedPack } from './invented-pack.ts'
import { answeredLight, executionLight, indicatorLight, projectLight, qualityLight } from './light.ts'

const source = { text: 'rules.md §3.5', sureness: 'B' } as const
const MEASURED = {
  kind: 'measured',
  execution: { yellowFrom: decimal('60'), greenFrom: decimal('80') },
  positive: { yellowFrom: decimal('60'), greenFrom: decimal('80'), blueFrom: decimal('120') },
  source,
} as const satisfies Lights
const HEFEI = {
  kind: 'two-questions',
  cases: [
    { spending: false, goal: null, light: 'red' },
    { spending: true, goal: false, light: 'yellow' },
    { spending: true, goal: true, light: 'green' },
  ] satisfies { spending: boolean | null; goal: boolean | null; light: Light }[],
  source,
} satisfies Lights

describe('spending against the calendar', () => {
  test.each([
    ['29.99', '100', 6, 'red', '59.98'],
    ['30', '100', 6, 'yellow', '60.00'],
    ['39.99', '100', 6, 'yellow', '79.98'],
    ['40', '100', 6, 'green', '80.00'],
    ['100', '100', 12, 'green', '100.00'],
    ['59.9999999', '100', 12, 'red', '60.00'],
    ['90', '100', 1, 'green', '1080.00'],
    ['30', '0', 6, 'red', '0.00'],
    ['30', '0.00', 6, 'red', '0.00'],
  ])('%s of %s by month %i is %s at %s', (executed, budget, month, ...[light, value]) => {
    const lit = executionLight({ executed: decimal(executed), budget: decimal(budget), month }, MEASURED)
    expect(lit).toMatchObject({ light, value })
  })

  test('a blank budget divides nothing', () => {
    const lit = executionLight({ executed: decimal('5'), budget: null, month: 3 }, MEASURED)
    expect(lit).toMatchObject({ light: 'red', value: '0.00' })
  })
})

describe('an indicator on its way', () => {
  test.each([
    ['ge', '120', '35.9', 'red'],
    ['ge', '120', '36', 'yellow'],
    ['ge', '120', '47.9', 'yellow'],
    ['ge', '120', '48', 'green'],
    ['eq', '120', '71.9', 'green'],
    ['eq', '120', '72', 'blue'],
    ['le', '1', '1', 'green'],
    ['le', '1', '2', 'red'],
    ['lt', '8', '7.99', 'green'],
    ['lt', '8', '8', 'red'],
    ['eq', '0', '0', 'green'],
    ['eq', '0', '1', 'red'],
    ['ge', '0', '0', 'green'],
    ['ge', '-5', '-6', 'red'],
  ] as const)('by June target %s %s with %s so far is %s', (operator, target, soFar, light) => {
    expect(lightByJune({ operator, target, soFar }).light).toBe(light)
  })

  test.each([
    ['0', false],
    ['1', true],
    ['2', false],
  ])('of one accident allowed in the year, %s so far: used up is %s', (soFar, usedUp) => {
    expect(lightByJune({ operator: 'le', target: '1', soFar }).usedUp).toBe(usedUp)
  })

  test('a rate is not cumulative: 99 % in June against 100 % is green, not blue', () => {
    expect(lightByJune({ operator: 'eq', target: '100', soFar: '99', course: 'level' }).light).toBe('green')
    expect(lightByJune({ operator: 'eq', target: '100', soFar: '99' }).light).toBe('blue')
  })

  test('a purchase planned for autumn is not late in June', () => {
    const nothingYet = { operator: 'ge', target: '10', soFar: '0', course: { planned: decimal('0') } } as const
    expect(lightByJune(nothingYet).light).toBe('green')
  })
})

function lightByJune(row: {
  operator: Operator
  target: string
  soFar: string
  course?: 'level' | { planned: ReturnType<typeof decimal> }
}) {
  const { operator, target, soFar, course = 'cumulative' } = row
  return indicatorLight({ operator, target: decimal(target), soFar: decimal(soFar), month: 6, course }, MEASURED)
}

test.each([
  ['达成', 'green'],
  ['部分达成', 'yellow'],
  ['未达成', 'red'],
  ['马马虎虎', null],
])('the band %s shows %s', (band, light) => {
  expect(qualityLight(band, inventedPack())).toBe(light)
})

test.each<[Light[], Light | null]>([
  [['green', 'red', 'blue'], 'red'],
  [['green', 'yellow', 'blue'], 'yellow'],
  [['blue', 'green'], 'green'],
  [['blue', 'blue'], 'blue'],
  [[], null],
])('rows %j make the project %s', (rows, light) => {
  expect(projectLight(rows)).toBe(light)
})

test.each([
  [false, false, 'red'],
  [false, true, 'red'],
  [true, false, 'yellow'],
  [true, true, 'green'],
])('in Hefei spending on plan %s and goal on plan %s is %s', (spending, goal, light) => {
  expect(answeredLight({ spending, goal }, HEFEI)).toBe(light)
})
