import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import type { FormContent, IndicatorRow } from '../form/form-content.ts'
import { inventedPack } from './invented-pack.ts'
import { requestOfForm } from './request-of-form.ts'
import { scoreForm } from './score-form.ts'

const ROW: IndicatorRow = {
  level1: '产出指标',
  level2: '数量指标',
  level3: '种植面积',
  target: '29.5亩',
  remark: null,
  weight: decimal('90'),
  actual: '29.5亩',
  score: null,
  reason: null,
  part: null,
  doubts: [],
  rawCells: [],
  line: null,
}

function evaluate(money: FormContent['money'], indicators: readonly IndicatorRow[]) {
  const form: FormContent = {
    template: 'generic',
    edition: null,
    stage: 'self-evaluation',
    year: 2023,
    moneyUnit: '万元',
    project: '补贴项目',
    unit: null,
    fields: {},
    money,
    lines: [],
    parts: [],
    indicators,
    safeguards: [],
    schedule: [],
    priorEvaluations: [],
    reviews: [],
    revisions: [],
    totals: null,
    doubts: [],
  }
  return scoreForm(requestOfForm(form), inventedPack())
}

test('a sheet whose only budget is 年初预算数 measures its execution by that', () => {
  const { execution } = evaluate({ initial: decimal('310.2'), executed: decimal('154.74'), weight: decimal('10') }, [])
  expect(execution?.score).toBe('4.99')
})

test('a blank 全年预算数 is not filled from 年初预算数', () => {
  const { execution } = evaluate({ initial: decimal('310.2'), fullYear: null, executed: decimal('154.74') }, [])
  expect(execution?.score).not.toBe('4.99')
})

const PART: IndicatorRow = { ...ROW, level3: '其中桃树种植面积', weight: null, target: '1.5亩', actual: '1.5亩' }
const MONEY = { fullYear: decimal('9.48'), executed: decimal('9.48'), weight: decimal('10') }

test('rows that itemise another one do not keep the grade open once the weights are a hundred', () => {
  const { grade, complete, total } = evaluate(MONEY, [ROW, PART])
  expect([total, grade?.zh, complete]).toEqual(['100.00', '优', true])
})

test('a row without a weight keeps the grade open while weights are missing', () => {
  const { grade, complete } = evaluate(MONEY, [{ ...ROW, weight: decimal('50') }, PART])
  expect([grade, complete]).toEqual([null, false])
})
