import { decimal } from '@shiji/kernel/decimal'
import { maskForm } from '@shiji/kernel/disclosure/mask-form'
import { deedsOf, lockOf } from '@shiji/kernel/life/declaration-life'
import { findLifeRules } from '@shiji/kernel/life/life-rules'
import { readDay } from '@shiji/kernel/lint/calendar-day'
import { inventForm, inventRow } from '@shiji/kernel/lint/form-builder'
import { moneyCovered, remedyFor } from '@shiji/kernel/monitoring/monitor-project'
import { effectOf } from '@shiji/kernel/reevaluation/apply-result'
import { reviseDeclaration } from '@shiji/kernel/revision/revise-declaration'
import { revisionGate } from '@shiji/kernel/revision/revision-gate'
import { findRulePack, type RulePack, type Stage } from '@shiji/kernel/rule-pack'
import { answeredLight, executionLight, indicatorLight, projectLight, qualityLight } from '@shiji/kernel/scoring/light'
import { describe, expect, test } from 'vitest'
import { loadLifeRules, loadRulePacks } from './load-packs.ts'

/** Every row of rules.md §3.2–§3.5 that says A (seen on a form) or B (seen in a public text), on the packs themselves. */

const PACKS = loadRulePacks()
const DONGHU = 'cn-jx-nanchang-donghu'

function packOf(stage: Stage, place = 'cn'): RulePack {
  const pack = findRulePack(PACKS, { place, stage, day: '2022-01-15' })
  if (pack === null) throw new Error(`no pack of ${place} ${stage}`)
  return pack
}

function lifeOf(place: string) {
  const rules = findLifeRules(loadLifeRules(), { place, day: '2021-08-01' })
  if (rules === null) throw new Error(`no life rules of ${place}`)
  return rules
}

describe('§3.2 steps, actors, deadlines', () => {
  test('审核 (A): four desks in the order of the form', () => {
    const names = packOf('review', DONGHU).review?.chain.map(({ reviewer }) => reviewer.zh)
    expect(names).toEqual(['主管部门', '区财政业务科', '区财政绩效办', '区财政预算科'])
  })

  test('批复 (B): the approved goal is frozen, and only a revision, monitoring or self-evaluation follows', () => {
    expect(lockOf('approved', 'indicators[0].target')).toBe('frozen')
    expect(deedsOf('approved')).toEqual(['revise', 'monitor', 'self-evaluate'])
  })

  test('监控 (B): Shanghai tracks at least half of a department’s project money', () => {
    const half = (share: string) => [
      { budget: decimal(share), monitored: true },
      { budget: decimal('50'), monitored: false },
    ]
    expect(moneyCovered(half('50'), lifeOf('cn-sh').monitoring)?.enough).toBe(true)
    expect(moneyCovered(half('49'), lifeOf('cn-sh').monitoring)?.enough).toBe(false)
  })

  test('自评 (B): begins within two months, done by the end of June', () => {
    expect(lifeOf('cn').selfEvaluating).toMatchObject({ startWithinMonths: 2, doneBy: '06-30' })
  })

  test('复核 (B): Shanghai gives the result back within a month', () => {
    expect(lifeOf('cn-sh').application.feedbackWithinMonths).toMatchObject({ months: 1 })
  })

  test('结果应用 (B): an unanswered correction holds the next budget whatever the grade', () => {
    const { application } = lifeOf('cn')
    expect(effectOf({ zh: '优', en: '' }, 'unanswered', application)).toBe('hold-until-rectified')
  })

  test('公开 (B): everything is public but classified rows and people', () => {
    const form = inventForm({
      fields: { 联系人: '林知夏' },
      indicators: [inventRow({ level3: '公开行' }), inventRow({ level3: '涉密行' })],
    })
    const copy = maskForm(form, null, { rows: [1], names: [] })
    expect([copy.fields.联系人, copy.indicators.map(({ level3 }) => level3)]).toEqual(['××', ['公开行']])
  })

  test('归档 (A): a year may be archived once it is evaluated, and changes no more', () => {
    expect(deedsOf('self-evaluated')).toContain('archive')
    expect([deedsOf('archived'), lockOf('archived', 'reviews[0].opinion')]).toEqual([[], 'archived'])
  })
})

describe('§3.4 revision of 东湖区 (A)', () => {
  const { revision } = packOf('revision', DONGHU)
  const day = (text: string) => readDay(text) ?? { year: 0, month: 0, day: 0 }
  const gate = (today: string, revisions = 0) => {
    const dates = { start: day('2021-01-01'), end: day('2021-12-31'), today: day(today) }
    const facts = { ...dates, executed: decimal('0'), budget: decimal('100'), milestones: [] }
    return revisionGate(revision, { facts, revisions, pending: false })
  }

  test('before 50 %: the 182nd of 365 days (49.86 %) is open, the 183rd (50.14 %) is closed', () => {
    expect([gate('2021-07-01').kind, gate('2021-07-02').kind]).toEqual(['open', 'closed'])
  })

  test('once: a second revision is refused', () => {
    expect(gate('2021-03-01', 1)).toMatchObject({ kind: 'closed' })
  })

  test.each([
    ['names its row by three levels', {}, true],
    ['repeats the value of the declaration', { originalTarget: '≥90%' }, false],
    ['may cancel the row', { revisedTarget: '取消' }, true],
    ['proves each row', { hasProof: false }, false],
  ])('%s', (_, changes, isTaken) => {
    const row = inventRow({ level1: '产出指标', level2: '质量指标', level3: '完好率', target: '≥95%' })
    const asked = {
      ...{ indicator: '产出指标-质量指标-完好率', originalTarget: '≥95%', revisedTarget: '≥90%' },
      ...{ explanation: '设备更新推迟', hasProof: true, ...changes },
    }
    const declared = inventForm({ indicators: [row, inventRow({ level3: '另一行' })] })
    const outcome = reviseDeclaration(declared, { rows: [asked], weights: null }, { proofPerRow: true })
    expect(outcome.ok).toBe(isTaken)
  })
})

describe('§3.5 lights (B)', () => {
  const { lights } = packOf('monitoring')
  if (lights.kind !== 'measured') throw new Error('the country measures')
  const indicator = (operator: 'ge' | 'le' | 'lt' | 'eq', target: string, soFar: string) =>
    indicatorLight({ operator, target: decimal(target), soFar: decimal(soFar), month: 6, course: 'cumulative' }, lights)

  test.each([
    ['29.99', 'red'],
    ['30', 'yellow'],
    ['39.99', 'yellow'],
    ['40', 'green'],
    ['200', 'green'],
  ])('budget execution: %s of 100 by June is %s', (executed, light) => {
    const spent = { executed: decimal(executed), budget: decimal('100'), month: 6 }
    expect(executionLight(spent, lights).light).toBe(light)
  })

  test.each([
    ['positive: 59.8 % of the line', 'ge', '120', '35.9', 'red'],
    ['positive: 60 %', 'ge', '120', '36', 'yellow'],
    ['positive: 80 %', 'ge', '120', '48', 'green'],
    ['positive: 120 %', 'ge', '120', '72', 'blue'],
    ['negative ≤: on the limit', 'le', '2', '2', 'green'],
    ['negative ≤: above it', 'le', '2', '3', 'red'],
    ['negative <: on the limit', 'lt', '8', '8', 'red'],
    ['negative <: below it', 'lt', '8', '7', 'green'],
    ['target zero: kept', 'eq', '0', '0', 'green'],
    ['target zero: differs', 'eq', '0', '1', 'red'],
  ] as const)('%s', (...[, operator, target, soFar, light]) => {
    expect(indicator(operator, target, soFar).light).toBe(light)
  })

  test.each([
    ['达成', 'green'],
    ['部分达成', 'yellow'],
    ['未达成', 'red'],
  ])('qualitative: %s is %s', (band, light) => {
    expect(qualityLight(band, packOf('monitoring'))).toBe(light)
  })

  test('project light: the worst row wins', () => {
    expect(projectLight(['blue', 'green', 'yellow', 'red'])).toBe('red')
    expect([projectLight(['blue', 'yellow']), projectLight(['blue', 'green']), projectLight(['blue'])]).toEqual([
      'yellow',
      'green',
      'blue',
    ])
  })

  test.each([
    [false, true, 'red'],
    [true, false, 'yellow'],
    [true, true, 'green'],
  ])('Hefei: spending on plan %s, goal on plan %s is %s', (spending, goal, light) => {
    const source = { text: '合肥', sureness: 'B' } as const
    const cases = [
      { spending: false, goal: null, light: 'red' },
      { spending: true, goal: false, light: 'yellow' },
      { spending: true, goal: true, light: 'green' },
    ] as const
    expect(answeredLight({ spending, goal }, { kind: 'two-questions', cases: [...cases], source })).toBe(light)
  })

  test('guard: a budget of zero or none is a rate of zero and no division', () => {
    for (const budget of [decimal('0'), null])
      expect(executionLight({ executed: decimal('5'), budget, month: 3 }, lights).value).toBe('0.00')
  })

  test('the audit rules: below 80 %, above 120 %, 20 points ahead, 20 % off', () => {
    const { alerts } = lifeOf('cn').monitoring
    expect(alerts).toMatchObject({
      executionBelow: '80',
      executionAbove: '120',
      paidAheadBy: '20',
      deviationAbove: '20',
    })
  })

  test('consequences: remind, correct in time, hold payment', () => {
    const after = (...seen: ('red' | 'yellow')[]) => remedyFor(seen, lifeOf('cn').monitoring)
    expect([after('yellow'), after('red'), after('red', 'red', 'red')]).toEqual(['remind', 'correct', 'hold-payment'])
  })
})
