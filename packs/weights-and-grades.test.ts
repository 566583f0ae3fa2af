import { type Decimal, decimal, sum } from '@shiji/kernel/decimal'
import { inventRow } from '@shiji/kernel/lint/form-builder'
import { defaultWeights } from '@shiji/kernel/reevaluation/default-weights'
import { RulePack } from '@shiji/kernel/rule-pack'
import { gradeOf } from '@shiji/kernel/scoring/grade'
import { printEvaluation } from '@shiji/kernel/scoring/print-evaluation'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { parseScoreRequest } from '@shiji/kernel/scoring/score-request'
import { describe, expect, test } from 'vitest'
import { loadRulePacks } from './load-packs.ts'

/** rules.md §3.7 and §3.8: every row that says A or B; schemes no pack of ours has are written as the next place would. */

const PACKS = loadRulePacks()
const source = { text: '公开表样', sureness: 'B' } as const

function packCalled(id: string): RulePack {
  const pack = PACKS.find((one) => one.id === id)
  if (pack === undefined) throw new Error(`no pack ${id}`)
  return pack
}

/** The pack of the country with other levels: what a place writes into its own file. */
function withTree(levels: Readonly<Record<string, string>>): RulePack {
  const tree = Object.entries(levels).map(([name, weight]) => ({ name, aliases: [], level2: [], weight }))
  return RulePack.parse({ ...packCalled('CN-2020'), tree, weightsSource: source })
}

const rowsOf = ({ tree }: RulePack) => tree.map(({ name: level1 }) => inventRow({ level1 }))

describe('§3.7 default weights beside the 10 of the execution', () => {
  test.each([
    ['CN-2020 (A: both Shanghai forms)', packCalled('CN-2020'), ['50', '30', '10']],
    ['CN-SH-2021-SELF-EVALUATION (A)', packCalled('CN-SH-2021-SELF-EVALUATION'), ['50', '30', '10']],
    ['Guichi 2022 (B)', withTree({ 产出指标: '50', 效益指标: '30', 满意度指标: '10' }), ['50', '30', '10']],
    [
      'Yinchuan schools 2021 (B): decision 10, management 25 with the execution in it, output 30, effect 35',
      withTree({ 决策: '10', 管理: '15', 产出: '30', 效益: '35' }),
      ['10', '15', '30', '35'],
    ],
    [
      'Pudong 2018 (B): decision 10, management 24 with the execution in it, performance 66',
      withTree({ 决策: '10', 管理: '14', 绩效: '66' }),
      ['10', '14', '66'],
    ],
  ])('%s', (_, pack, weights) => {
    const given = defaultWeights(rowsOf(pack), pack) ?? []
    expect(given.map((weight) => Number(weight))).toEqual(weights.map(Number))
    expect(Number(sum([pack.execution.weight, ...(given as Decimal[])]))).toBe(100)
  })

  test('one school’s four criteria (B): 4, 2, 2 and 2 make the 10 of the decision and are scored each by its own', () => {
    const pack = withTree({ 决策: '10', 管理: '15', 产出: '30', 效益: '35' })
    const criteria = { 目标完整性: '4', 相关性: '2', 可行性: '2', 适当性: '2' }
    const levels = { 管理: '15', 产出: '30', 效益: '35' }
    const rowOf = (level1: string, level3: string, weight: string) => {
      return { level1, level3, weight, target: '=100%', actual: level3 === '可行性' ? '=50%' : '=100%' }
    }
    const request = parseScoreRequest({
      budget: { fullYear: '100', executed: '100', weight: '10' },
      indicators: [
        ...Object.entries(criteria).map(([level3, weight]) => rowOf('决策', level3, weight)),
        ...Object.entries(levels).map(([level1, weight]) => rowOf(level1, level1, weight)),
      ],
    })
    if (!request.ok) throw new Error(JSON.stringify(request.problem))
    const { indicators, total, warnings } = printEvaluation(scoreForm(request.value, pack), 'zh')
    expect(indicators.slice(0, 4).map(({ score }) => score)).toEqual(['4.00', '2.00', '1.00', '2.00'])
    expect(total).toBe('99.00')
    expect(warnings.map(({ code }) => code)).toEqual(['reason-required'])
  })

  test('Shanghai declarations of 2020 (A): level 1 投入与管理, and no weights at the declaration', () => {
    const pack = packCalled('CN-SH-2020-DECLARATION')
    expect(pack.tree.map(({ name }) => name)).toContain('投入与管理')
    expect(defaultWeights(rowsOf(pack), pack)).toBeNull()
  })

  test('weights that do not make a hundred are no pack', () => {
    expect(() => withTree({ 产出指标: '50', 效益指标: '30' })).toThrow('default weights must add up')
  })
})

describe('§3.8 grades', () => {
  const word = (zh: string) => ({ zh, en: zh })
  const scheme = (...edges: [string, string][]) => {
    const steps = edges.map(([zh, from]) => ({ name: word(zh), from }))
    return RulePack.parse({ ...packCalled('CN-2020'), grades: { steps, source } }).grades
  }
  const SCHEMES = {
    'central (B)': packCalled('CN-2020').grades,
    'product, later setting (B)': scheme(['优', '90'], ['良', '80'], ['中', '60'], ['差', '0']),
    'product, earlier setting (B)': scheme(['优', '80'], ['良', '70'], ['中', '60'], ['差', '0']),
  } as const
  const SUPPLIER = scheme(['合格', '90'], ['一般', '80'], ['不合格', '0'])
  const graded = (total: string, grades: RulePack['grades']) => gradeOf(decimal(total), grades)?.zh

  test.each([
    ['central (B)', '90', '优'],
    ['central (B)', '89.99', '良'],
    ['central (B)', '80', '良'],
    ['central (B)', '79.99', '中'],
    ['central (B)', '60', '中'],
    ['central (B)', '59.99', '差'],
    ['product, later setting (B)', '90', '优'],
    ['product, later setting (B)', '80', '良'],
    ['product, earlier setting (B)', '80', '优'],
    ['product, earlier setting (B)', '70', '良'],
    ['product, earlier setting (B)', '59.99', '差'],
  ] as const)('%s: %s points are %s', (name, total, grade) => {
    expect(graded(total, SCHEMES[name])).toBe(grade)
  })

  test('one faulty setting (B) left exactly 90.00 without a grade; here every edge belongs to a step', () => {
    for (const { grades } of PACKS)
      for (const { name, from } of grades.steps) expect(gradeOf(from, grades)?.zh).toBe(name.zh)
  })

  test('Shanghai evaluation practice (B): 91.80 is 优', () => {
    expect(graded('91.80', packCalled('CN-SH-2021-SELF-EVALUATION').grades)).toBe('优')
  })

  test.each([
    ['90', '合格'],
    ['89.99', '一般'],
    ['80', '一般'],
    ['79.99', '不合格'],
  ])('supplier monthly assessment (B): %s points are %s', (total, grade) => {
    expect(graded(total, SUPPLIER)).toBe(grade)
  })

  test.each(Object.entries(SCHEMES))('the totals of the two seed forms are 优 by the %s scheme', (_, grades) => {
    expect([graded('98.89', grades), graded('98.96', grades)]).toEqual(['优', '优'])
  })
})
