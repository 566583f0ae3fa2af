import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRulePack, type RulePack } from '@shiji/kernel/rule-pack'
import { printEvaluation } from '@shiji/kernel/scoring/print-evaluation'
import { scoreForm } from '@shiji/kernel/scoring/score-form'
import { parseScoreRequest } from '@shiji/kernel/scoring/score-request'
import { afterEach, describe, expect, test } from 'vitest'
import { loadRulePacks } from './load-packs.ts'

type Row = readonly [level1: string, target: string, actual: string, weight: string, score?: string, reason?: string]

/** The two self-evaluations of 2021 that a municipal information centre published (rules.md §1.7, S004-A and S004-B). */
const COOPERATION = { initial: '.00', fullYear: '57607470.00', executed: '56,961,217', weight: '10', score: '9.89' }
const COOPERATION_ROWS: readonly Row[] = [
  ['产出指标', '=100%', '=100%', '15', '15'],
  ['产出指标', '>=98%', '>=98%', '20', '20'],
  ['产出指标', '>=98%', '>=98%', '15', '15'],
  ['效益指标', '>=100%', '>=100%', '30', '30'],
  ['满意度指标', '>=100%', '>=99%', '10', '9', '可进一步提升服务质量'],
]
const SERVICES = { initial: '7693200.00', fullYear: '7693200.00', executed: '7,663,902', weight: '10', score: '9.96' }
const SERVICES_ROWS: readonly Row[] = [
  ['产出指标', '=100%', '=100%', '15', '15'],
  ['产出指标', '=100%', '=100%', '20', '20'],
  ['产出指标', '=100%', '=100%', '15', '15'],
  ['效益指标', '稳定运行', '系统全年运行稳定', '5', '5'],
  ['效益指标', '纳入上海教育信息化总体设计', '已纳入', '5', '5'],
  ['效益指标', '确保保障并积极拓展', '保障任务完成并积极拓展', '5', '5'],
  ['效益指标', '保障正常运行', '系统全年正常运行', '5', '5'],
  ['效益指标', '稳定性高', '访问情况稳定', '5', '5'],
  ['效益指标', '100% (正常使用)', '=100%', '5', '5'],
  ['满意度指标', '建立并进行考核', '已建立', '10', '9', '考核机制有进一步完善的空间'],
]

function evaluate(pack: RulePack | null, budget: object, rows: readonly Row[]) {
  const indicators = rows.map(([level1, target, actual, weight, ...[score = '', reason = '']]) => ({
    level1,
    target,
    actual,
    weight,
    score,
    reason,
  }))
  const request = parseScoreRequest({ budget, year: 2021, indicators })
  if (!request.ok || pack === null) throw new Error('the form or its rules are missing')
  return printEvaluation(scoreForm(request.value, pack), 'zh')
}

const withoutScores = (rows: readonly Row[]): Row[] =>
  rows.map(([level1, target, actual, weight, , reason]) => [level1, target, actual, weight, '', reason ?? ''])

describe('the published self-evaluations come out to the cent', () => {
  const pack = findRulePack(loadRulePacks(), { place: 'cn-sh', stage: 'self-evaluation', day: '2021-12-31' })

  test('98.89 as published, 99.79 by the rule, which gives 9.90 where 9 is printed', () => {
    const scored = evaluate(pack, COOPERATION, COOPERATION_ROWS)
    expect(scored).toMatchObject({
      execution: { rate: '98.88%', score: '9.89' },
      total: '99.79',
      printedTotal: '98.89',
      grade: '优',
      light: null,
    })
    expect(scored.indicators[4]).toMatchObject({ score: '9.90', printed: { score: '9', difference: '-0.90' } })
    expect(scored.warnings.filter(({ severity }) => severity !== 'hint').map(({ code }) => code)).toEqual([
      'score-differs',
      'totals-differ',
    ])
  })

  test('98.96 as published and by the rules, the judged rows in their bands', () => {
    const scored = evaluate(pack, SERVICES, SERVICES_ROWS)
    expect(scored).toMatchObject({
      execution: { rate: '99.62%', score: '9.96' },
      total: '98.96',
      printedTotal: '98.96',
      grade: '优',
      light: null,
      warnings: [],
    })
    expect(scored.indicators.map(({ band }) => band)).toEqual([
      null,
      null,
      null,
      '达成',
      '达成',
      '达成',
      '达成',
      '达成',
      null,
      '达成',
    ])
  })

  test('without the printed scores the totals are those of the rules, and what only a person can judge stays open', () => {
    expect(evaluate(pack, COOPERATION, withoutScores(COOPERATION_ROWS))).toMatchObject({
      total: '99.79',
      printedTotal: null,
      complete: true,
    })
    const services = evaluate(pack, SERVICES, withoutScores(SERVICES_ROWS))
    expect(services).toMatchObject({ total: '89.96', grade: null, complete: false })
    expect(services.indicators[9]).toMatchObject({ score: null, reason: 'needs-band' })
  })

  test('by bands 98.88 % executed earns 7 and 99 % satisfied the whole 10', () => {
    const banded = loadRulePacks().find(({ id }) => id === 'CN-2021-BANDED') ?? null
    const scored = evaluate(banded, COOPERATION, withoutScores(COOPERATION_ROWS))
    expect(scored).toMatchObject({ execution: { score: '7.00' }, total: '97.00' })
    expect(scored.indicators[4]).toMatchObject({ rule: 'R-SAT-BAND', score: '10.00' })
  })
})

describe('a place is added without touching code', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  test('its folder alone brings its weights, its rules and its words', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'))
    folders.push(folder)
    mkdirSync(join(folder, 'zz-yunxi', 'rules'), { recursive: true })
    writeFileSync(join(folder, 'zz-yunxi', 'rules', '2022.json'), JSON.stringify(invented()))
    const pack = findRulePack(loadRulePacks(folder), { place: 'zz-yunxi', stage: 'self-evaluation', day: '2022-12-31' })
    const rows: Row[] = [
      ['成效', '≤10分钟', '12分钟', '60', '', '设备老化'],
      ['口碑', '≥95%', '95%', '20'],
    ]
    const scored = evaluate(pack, { initial: '100', fullYear: '200', executed: '100', weight: '' }, rows)
    expect(scored).toMatchObject({
      rulePack: 'ZZ-YUNXI-2022',
      execution: { rate: '100.00%', score: '20.00' },
      total: '90.00',
      grade: '甲',
    })
    expect(scored.indicators[0]).toMatchObject({ rule: 'R-NEG-RATIO', score: '50.00' })
  })

  test('a malformed pack is refused as a whole', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'))
    folders.push(folder)
    mkdirSync(join(folder, 'zz-yunxi', 'rules'), { recursive: true })
    writeFileSync(join(folder, 'zz-yunxi', 'rules', '2022.json'), JSON.stringify({ ...invented(), total: '120' }))
    expect(() => loadRulePacks(folder)).toThrow()
  })
})

function invented() {
  const source = { text: '云溪县自评办法', sureness: 'D' }
  const central = JSON.parse(readFileSync(join(import.meta.dirname, 'cn', 'rules', '2020.json'), 'utf8'))
  return {
    ...central,
    id: 'ZZ-YUNXI-2022',
    place: 'zz-yunxi',
    validFrom: '2022-01-01',
    validTo: null,
    tree: [
      { name: '成效', level2: ['时效'], weight: '60' },
      { name: '口碑', level2: ['满意度'], weight: '20' },
    ],
    execution: { base: 'initial', weight: '20', method: { kind: 'proportional' }, source },
    scoring: { ...central.scoring, negative: { method: 'ratio', source } },
    grades: {
      steps: [
        { name: { zh: '甲', en: 'A' }, from: '85' },
        { name: { zh: '乙', en: 'B' }, from: '0' },
      ],
      source,
    },
  }
}
