import { decimal } from '@shiji/kernel/decimal'
import { findLifeRules } from '@shiji/kernel/life/life-rules'
import { inventRow } from '@shiji/kernel/lint/form-builder'
import { moneyCovered, monitorProject, type ProjectReport, remedyFor } from '@shiji/kernel/monitoring/monitor-project'
import { effectOf } from '@shiji/kernel/reevaluation/apply-result'
import { findRulePack, type Light } from '@shiji/kernel/rule-pack'
import { gradeOf } from '@shiji/kernel/scoring/grade'
import { describe, expect, test } from 'vitest'
import { loadLifeRules, loadRulePacks } from './load-packs.ts'

const LIFE = loadLifeRules()
const PACKS = loadRulePacks()

function lifeOf(place: string, day = '2021-08-01') {
  const rules = findLifeRules(LIFE, { place, day })
  if (rules === null) throw new Error(`no life rules of ${place}`)
  return rules
}

function packOf(place: string, stage: 'review' | 'revision' | 'monitoring' | 'self-evaluation') {
  const pack = findRulePack(PACKS, { place, stage, day: '2021-08-01' })
  if (pack === null) throw new Error(`no pack of ${place}`)
  return pack
}

describe('steps and their times (rules.md §3.2)', () => {
  test('A: 东湖区 reviews in four steps, in this order', () => {
    const { review } = packOf('cn-jx-nanchang-donghu', 'review')
    expect(review?.chain.map(({ reviewer }) => reviewer.zh)).toEqual([
      '主管部门',
      '区财政业务科',
      '区财政绩效办',
      '区财政预算科',
    ])
  })

  test('A: 东湖区 revises once, before 50 %, with proof for each row', () => {
    expect(packOf('cn-jx-nanchang-donghu', 'revision').revision).toMatchObject({
      times: 1,
      beforeProgressPercent: '50',
      proofPerRow: true,
    })
  })

  test('the country gathers January to July in August, Shanghai has no month of its own', () => {
    expect(lifeOf('cn-jx-nanchang-donghu').monitoring.gathering).toMatchObject({
      month: 8,
      through: 7,
      reportBy: '08-31',
    })
    expect(lifeOf('cn-sh-minhang').monitoring).toMatchObject({ name: { zh: '绩效跟踪' }, gathering: null })
  })

  test('B: the declaration comes before the budget meeting, in August of the year before; Shanghai names no month', () => {
    expect(lifeOf('cn-jx-nanchang-donghu').budgetMeeting).toMatchObject({ month: 8, source: { sureness: 'B' } })
    expect(lifeOf('cn-sh-minhang').budgetMeeting).toBeNull()
  })

  test('B: self-evaluation begins within two months and is done by the end of June', () => {
    expect(lifeOf('cn').selfEvaluating).toMatchObject({ startWithinMonths: 2, doneBy: '06-30' })
  })

  test('B: Shanghai gives the result back within a month', () => {
    expect(lifeOf('cn-sh').application.feedbackWithinMonths).toMatchObject({ months: 1 })
    expect(lifeOf('cn').application.feedbackWithinMonths).toBeNull()
  })

  test('A: the review sheet shows the scores of three years', () => {
    expect(lifeOf('cn-jx-nanchang-donghu').application.pastYearsOnReview).toBe(3)
  })

  test.each([
    [['300', '200'], [true, false], { percent: '60.00', enough: true }],
    [['250', '250'], [true, false], { percent: '50.00', enough: true }],
    [['249.99', '250.01'], [true, false], { percent: '50.00', enough: false }],
  ])(
    'B: in Shanghai at least half of a department’s project money is tracked: %j %j',
    (budgets, monitored, expected) => {
      const projects = budgets.map((budget, index) => ({
        budget: decimal(budget),
        monitored: monitored[index] ?? false,
      }))
      expect(moneyCovered(projects, lifeOf('cn-sh').monitoring)).toEqual(expected)
      expect(moneyCovered(projects, lifeOf('cn').monitoring)).toBeNull()
    },
  )
})

describe('double monitoring (rules.md §3.5, B)', () => {
  const rules = lifeOf('cn').monitoring
  const july = (changes: Partial<ProjectReport> = {}): ProjectReport => ({
    month: 7,
    executed: decimal('58.4'),
    budget: decimal('100'),
    rows: [
      {
        row: inventRow({ target: '≥60台' }),
        year: null,
        soFar: '35',
        band: null,
        curve: null,
        expected: '',
        reason: '',
      },
    ],
    answers: null,
    ...changes,
  })
  const row = (target: string, soFar: string) => ({
    row: inventRow({ target }),
    year: null,
    soFar,
    band: null,
    curve: null,
    expected: '',
    reason: '',
  })
  const monitored = (changes: Partial<ProjectReport> = {}) =>
    monitorProject(july(changes), { pack: packOf('cn', 'monitoring'), rules })

  test.each([
    ['58.4', '100', 'green', []],
    ['46.66', '100', 'yellow', ['execution-low']],
    ['34.99', '100', 'red', ['execution-low']],
    ['80', '100', 'green', ['execution-high', 'paid-ahead']],
    ['0', '0', 'red', []],
    ['0', null, 'red', []],
  ])('%s of %s spent by July', (executed, budget, light, alerts) => {
    const result = monitored({ executed: decimal(executed), budget: budget === null ? null : decimal(budget) })
    expect(result.execution?.light).toBe(light)
    expect(result.alerts.map(({ code }) => code)).toEqual(alerts)
  })

  test('the worst row is the light of the project, money included', () => {
    const rows = [row('≥60台', '42'), row('≥60台', '25'), row('≥60台', '')]
    expect(monitored({ rows })).toMatchObject({ goalLight: 'yellow', light: 'yellow' })
    expect(monitored({ rows, executed: decimal('10') })).toMatchObject({ goalLight: 'yellow', light: 'red' })
  })

  test('all blue is blue, and one cap met is green', () => {
    const blue = [row('≥60台', '42'), row('≥60台', '60')]
    expect(monitored({ rows: blue })).toMatchObject({ goalLight: 'blue' })
    expect(monitored({ rows: [...blue, row('全年≤1次', '1')] })).toMatchObject({ goalLight: 'green' })
  })

  test('a row more than 20 % off its plan is named', () => {
    const alerts = monitored({ rows: [row('≥60台', '27')] }).alerts.map(({ code, row: at }) => `${code} ${at}`)
    expect(alerts).toContain('deviation-large 0')
  })

  test.each<[(Light | null)[], string | null]>([
    [['green', 'green'], null],
    [['green', 'yellow'], 'remind'],
    [['red'], 'correct'],
    [['yellow', 'red'], 'correct'],
    [['red', 'red'], 'correct'],
    [['red', 'red', 'red'], 'hold-payment'],
    [['red', 'red', null], null],
    [[], null],
  ])('after the lights %j: %s', (lights, remedy) => {
    expect(remedyFor(lights, rules)).toBe(remedy)
  })
})

test('results are applied by grade, in every scheme of the packs (rules.md §3.8, §3.9)', () => {
  const { grades } = packOf('cn', 'self-evaluation')
  const { application } = lifeOf('cn')
  const effect = (total: string) => effectOf(gradeOf(decimal(total), grades), 'none', application)
  expect(['98.89', '90', '89.99', '60', '59.99'].map(effect)).toEqual([
    'support',
    'support',
    'support',
    'improve',
    'cut',
  ])
})

test('every grade of every pack has an effect in its place', () => {
  for (const { place, grades } of PACKS) {
    const { effects } = lifeOf(place).application
    for (const { name } of grades.steps) expect(effects.map(({ grade }) => grade)).toContain(name.zh)
  }
})
