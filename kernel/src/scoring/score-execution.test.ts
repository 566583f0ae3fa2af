import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, decimal } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import { inventedPack, inventedSource as source } from './invented-pack.ts'
import { plausibility } from './plausibility.ts'
import { scoreExecution } from './score-execution.ts'
import { sayTrace } from './trace.ts'

const BANDS = [
  { from: '100', share: '1' },
  { from: '80', share: '0.7' },
  { from: '60', share: '0.5' },
  { from: '0', share: '0' },
]
const banded = inventedPack({
  execution: { base: 'fullYear', weight: '10', method: { kind: 'bands', bands: BANDS }, source },
})
const byInitial = inventedPack({
  execution: { base: 'initial', weight: '10', method: { kind: 'proportional' }, source },
})

function execute(fullYear: string, executed: string, pack: RulePack = inventedPack(), initial = '.00') {
  return scoreExecution({ texts: { initial, fullYear, executed }, weight: decimal('10'), unit: null }, pack)
}

describe('the execution rate', () => {
  test.each([
    ['57607470.00', '56,961,217', '98.88', '9.89'],
    ['7693200.00', '7,663,902', '99.62', '9.96'],
    ['100000', '98445', '98.45', '9.84'],
    ['100', '100', '100.00', '10.00'],
    ['100', '101', '101.00', '10.00'],
    ['3', '2', '66.67', '6.67'],
    ['100', '0', '0.00', '0.00'],
    ['.00', '5', '0.00', '0.00'],
    ['', '5', '0.00', '0.00'],
    ['—', '', '0.00', '0.00'],
    ['100万元', '50万元', '50.00', '5.00'],
    ['100万元', '500000元', '50.00', '5.00'],
  ])('of %s, executed %s: %s %% earns %s', (fullYear, executed, rate, score) => {
    expect(execute(fullYear, executed)).toMatchObject({ rate, score })
  })

  test.each([
    ['100', '', 'no-executed'],
    ['100', '1,23', 'money-unreadable'],
    ['一百左右', '5', 'money-unreadable'],
    ['100万元', '50', 'money-unit-mixed'],
    ['-100', '50', 'money-negative'],
    ['100', '-50', 'money-negative'],
  ])('of %s, executed %j is not scored: %s', (fullYear, executed, code) => {
    const { score, trace } = execute(fullYear, executed)
    expect(score).toBeNull()
    expect(trace.steps.map((said) => said.code)).toEqual([code])
  })

  test('a place may divide by the initial budget', () => {
    expect(execute('200', '50', byInitial, '100')).toMatchObject({ rate: '50.00', score: '5.00' })
    expect(execute('57607470', '56961217', byInitial, '.00')).toMatchObject({ rate: '0.00', budgetZero: true })
  })

  test.each([
    ['100', '100', '10.00'],
    ['100', '99.99', '7.00'],
    ['100', '80', '7.00'],
    ['100', '79.99', '5.00'],
    ['100', '60', '5.00'],
    ['100', '59.99', '0.00'],
    ['100', '120', '10.00'],
  ])('by bands, of %s executed %s earns %s', (fullYear, executed, score) => {
    expect(execute(fullYear, executed, banded)).toMatchObject({ score, trace: { rule: 'R-EXEC-BAND' } })
  })

  test('says how it was found', () => {
    const said = sayTrace(execute('57607470.00', '56,961,217').trace, 'zh')
    expect(said).toBe('R-EXEC：执行 56,961,217 ÷ 预算 57607470.00 = 98.88%，× 分值 10 = 9.887817…；四舍五入为 9.89')
  })

  test('the score lies between 0 and the weight for any money', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.constantFrom(inventedPack(), banded), (budget, executed, pack) => {
        const { score } = execute(String(budget), String(executed), pack)
        expect(score !== null && compare(score, decimal('0')) >= 0 && compare(score, decimal('10')) <= 0).toBe(true)
      }),
    )
  })
})

describe('is the form as a whole plausible', () => {
  const rule = inventedPack().plausibility
  const light = (fullYear: string, executed: string, score: string) =>
    plausibility(execute(fullYear, executed), { score: decimal(score), weight: decimal('90') }, rule)

  test.each<[string, string, string, string | null]>([
    ['57607470.00', '56961217', '89', null],
    ['7693200.00', '7663902', '89', null],
    ['100', '95', '90', null],
    ['100', '94.99', '90', 'red'],
    ['100', '80', '75', null],
    ['100', '80', '76', 'red'],
    ['100', '79.99', '70', 'yellow'],
    ['0', '0', '90', 'yellow'],
    ['100', '0', '0', 'yellow'],
    ['100', '120', '90', null],
  ])('of %s executed %s with %s of 90 points: %s', (fullYear, executed, score, expected) => {
    expect(light(fullYear, executed, score)).toBe(expected)
  })
})
