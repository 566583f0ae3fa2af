import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, decimal, sum } from '../decimal.ts'
import { inventedPack } from './invented-pack.ts'
import { printEvaluation } from './print-evaluation.ts'
import { scoreForm } from './score-form.ts'
import { parsePoints, parseScoreRequest } from './score-request.ts'

const PACK = inventedPack()

function score(form: object) {
  const request = parseScoreRequest(form)
  if (!request.ok) throw new Error(request.problem.map(({ path, message }) => `${path}: ${message}`).join())
  return printEvaluation(scoreForm(request.value, PACK), 'zh')
}

function oneRow(row: object) {
  const { indicators, warnings } = score({ indicators: [row] })
  return {
    ...indicators[0],
    warnings: warnings.filter(({ where }) => where.startsWith('indicators')).map(({ code }) => code),
  }
}

const BUDGET = { initial: '.00', fullYear: '1,000,000.00', executed: '950,000', weight: '10' }
const FULL_ROWS = [
  { level1: '产出指标', level3: '巡检完成率', target: '=100%', actual: '=100%', weight: '50' },
  { level1: '效益指标', level3: '系统可用性', target: '≥99%', actual: '99.5%', weight: '30' },
  { level1: '满意度指标', level3: '师生满意度', target: '≥95%', actual: '95%', weight: '10' },
]

describe('one row as its texts stand', () => {
  test.each([
    ['>=100%', '>=99%', '10', '9.90', 'R-POS'],
    ['≥732次', '700次', '15', '14.34', 'R-POS'],
    ['全年<=1次', '1次', '5', '5.00', 'R-NEG-LIN'],
    ['全年<=1次', '2', '5', '0.00', 'R-NEG-LIN'],
    ['全年不超过2次', '未发生', '5', '5.00', 'R-NEG-LIN'],
    ['不超过10分钟', '12分钟', '5', '4.00', 'R-NEG-LIN'],
    ['不超过10分钟', '1小时', '5', '0.00', 'R-NEG-LIN'],
    ['不超过10分钟', '不超过9分钟', '5', '5.00', 'R-NEG-LIN'],
    ['≥95%', '不低于95%', '5', '5.00', 'R-POS'],
    ['=100%', '计划完成率100%', '5', '5.00', 'R-EQ'],
    ['≥95%', '98%（120份，未回收3份）', '5', '5.00', 'R-POS'],
    ['<8.00小时', '8小时', '4', '4.00', 'R-NEG-LIN'],
    ['<=0.00%', '0', '5', '5.00', 'R-ZERO'],
    ['至少每天2次', '每天1次', '4', '2.00', 'R-POS'],
    ['每月一次', '12次', '4', '4.00', 'R-EQ'],
    ['每周7天*24小时', '每周7天*24小时', '4', '4.00', 'R-EQ'],
    ['3-5人', '2人', '6', '4.00', 'R-POS'],
    ['2021年12月底前完成', '2021年11月30日完成', '5', '5.00', 'R-DEADLINE'],
    ['年内完成', '已完成', '5', '5.00', 'R-DEADLINE'],
    ['较上年增长5%', '较上年增长6%', '5', '5.00', 'R-REL'],
    ['健全、规范', '制度健全，执行规范', '5', '5.00', 'R-QUAL'],
    ['合格', '合格', '5', '5.00', 'R-PASS'],
  ])('%s reached with %s of %s points: %s by %s', (target, actual, weight, ...[points, rule]) => {
    expect(oneRow({ target, actual, weight, reason: '说明' })).toMatchObject({ score: points, rule })
  })

  test.each([
    ['≥95%', '', '10', 'no-actual'],
    ['', '95%', '10', 'no-target'],
    ['不适用', '95%', '0', 'not-applicable'],
    ['≥95%', '95%', '0', 'zero-weight'],
    ['≥95%', '95%', '', 'no-weight'],
    ['≥95%', '95%', '-5', 'weight-unreadable'],
    ['≥95%', '95%', '十分', 'weight-unreadable'],
    ['≥95%', '较好', '10', 'actual-unreadable'],
    ['≥95%', '<=95%', '10', 'actual-unreadable'],
    ['≥95%', '未达到95%', '10', 'actual-unreadable'],
    ['≥95%', '不足95%', '10', 'actual-unreadable'],
    ['≥95%', '接近95%', '10', 'actual-unreadable'],
    ['≥95%', '没有达到96%', '10', 'actual-unreadable'],
    ['=100%', '未完成100%', '10', 'actual-unreadable'],
    ['=100%', '计划完成100%', '10', 'actual-unreadable'],
    ['≥95%', '0.96', '10', 'unit-differs'],
    ['至少每天2次', '60次', '10', 'period-missing'],
    ['及时', '详见附件', '10', 'needs-band'],
    ['年内完成', '2021年11月未完成', '10', 'needs-band'],
  ])('%j with %j and weight %j is not scored: %s', (target, actual, weight, reason) => {
    expect(oneRow({ target, actual, weight })).toMatchObject({ score: null, reason })
  })

  test('an actual printed as a bound is scored at its edge and pointed at', () => {
    expect(oneRow({ target: '>=98%', actual: '>=98%', weight: '20' }).warnings).toEqual(['actual-with-sign'])
  })

  test('the printed score is compared and the difference explained', () => {
    const row = oneRow({ target: '>=100%', actual: '99%', weight: '10', score: '9', reason: '可进一步提升' })
    expect(row).toMatchObject({
      score: '9.90',
      printed: { score: '9', accepted: true, difference: '-0.90' },
      warnings: ['score-differs'],
    })
    expect(row.trace).toBe('R-POS：实际 99% ÷ 目标 100% × 分值 10 = 9.90；单位自评 9，与规则得分 9.90 相差 -0.90')
  })

  test.each(['11', '-1', '9.999', '九分'])('the printed score %s of 10 is not accepted', (printed) => {
    const row = oneRow({ target: '≥95%', actual: '95%', weight: '10', score: printed })
    expect(row).toMatchObject({ score: '10.00', warnings: ['score-not-accepted'] })
  })
})

describe('the form as a whole', () => {
  test('adds up, is graded and warns of nothing', () => {
    expect(score({ budget: BUDGET, indicators: FULL_ROWS })).toMatchObject({
      execution: { rate: '95.00%', score: '9.50' },
      total: '99.50',
      grade: '优',
      light: null,
      warnings: [],
      printedTotal: null,
    })
  })

  test('a grade is given only where the rows still open cannot change it', () => {
    const [output, benefit, satisfaction] = FULL_ROWS
    const open = (row: object | undefined) => ({ ...row, actual: '' })
    expect(score({ budget: BUDGET, indicators: [output, benefit, open(satisfaction)] })).toMatchObject({
      total: '89.50',
      grade: null,
      complete: false,
    })
    expect(score({ budget: BUDGET, indicators: [open(output), benefit, satisfaction] }).grade).toBeNull()
    const nine = { ...satisfaction, weight: '1' }
    expect(score({ budget: BUDGET, indicators: [output, benefit, satisfaction, open(nine)] }).grade).toBe('优')
  })

  test.each([
    [{ budget: BUDGET, indicators: FULL_ROWS.slice(1) }, ['weights-not-total']],
    [{ indicators: FULL_ROWS }, ['weights-not-total']],
    [{ budget: { ...BUDGET, fullYear: '0' }, indicators: FULL_ROWS }, ['budget-zero', 'spending-low']],
    [{ budget: { ...BUDGET, executed: '1,000,001' }, indicators: FULL_ROWS }, ['executed-over-budget']],
    [{ budget: { ...BUDGET, executed: '900000' }, indicators: FULL_ROWS }, ['achievement-ahead-of-spending']],
    [{ budget: { ...BUDGET, score: '9.4' }, indicators: FULL_ROWS }, ['execution-score-differs']],
    [{ budget: { ...BUDGET, executed: '' }, indicators: FULL_ROWS }, ['total-incomplete']],
    [
      { budget: BUDGET, indicators: FULL_ROWS.map((row, index) => ({ ...row, weight: ['40', '40', '10'][index] })) },
      ['level1-weight-differs', 'level1-weight-differs'],
    ],
  ])('is warned about (%#)', (form, codes) => {
    expect(score(form).warnings.map(({ code }) => code)).toEqual(codes)
  })
})

describe('whatever a form carries', () => {
  const officeText = fc.constantFrom(
    ...['', '无', '—', '≥95%', '=100%', '全年<=1次', '及时', '合格', '年内完成', '0', '100%', '95.5%', '2次', '已完成'],
    ...[
      '不合格',
      '0.5',
      '-3',
      '1,23',
      '100万元',
      '3-5人',
      '5人',
      '较上年增长5%',
      '未发生',
      '每月一次',
      '12分钟',
      '≤10分钟',
    ],
  )
  const anyText = fc.oneof(officeText, fc.string({ maxLength: 12 }))
  const anyWeightText = fc.oneof(fc.integer({ min: 0, max: 50 }).map(String), anyText)
  const anyRow = fc.record({
    level1: anyText,
    level2: anyText,
    target: anyText,
    actual: anyText,
    weight: anyWeightText,
    score: anyWeightText,
  })
  const anyForm = fc.record({
    budget: fc.option(fc.record({ initial: anyText, fullYear: anyText, executed: anyText, weight: anyWeightText })),
    indicators: fc.array(anyRow, { maxLength: 8 }),
  })

  test('the total is the sum of its scores, each between 0 and its weight', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const { total, execution, indicators } = score(form)
        const scores = indicators.flatMap((row) => row.score ?? [])
        expect(compare(total, add(execution.score ?? decimal('0'), sum(scores)))).toBe(0)
        for (const [index, row] of indicators.entries()) {
          if (row.score === null) continue
          const weight = parsePoints(form.indicators[index]?.weight ?? '')
          const most = weight.ok && weight.value !== null ? weight.value : decimal('0')
          expect(compare(row.score, decimal('0'))).toBeGreaterThanOrEqual(0)
          expect(compare(row.score, most)).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('every trace and warning is a whole sentence in both languages', () => {
    const row = fc.record({
      level1: officeText,
      target: officeText,
      actual: officeText,
      weight: officeText,
      score: officeText,
      band: fc.constantFrom('', '部分达成', '优'),
      bandScore: officeText,
      baseline: officeText,
    })
    const budget = fc.record({ fullYear: officeText, executed: officeText, score: officeText })
    fc.assert(
      fc.property(fc.record({ budget, indicators: fc.array(row, { maxLength: 8 }) }), (form) => {
        const request = parseScoreRequest(form)
        const evaluation = request.ok ? scoreForm(request.value, PACK) : null
        const said = (['zh', 'en'] as const).map((language) =>
          JSON.stringify(evaluation && printEvaluation(evaluation, language)),
        )
        expect(said.join()).not.toMatch(/\{\w+\}|undefined|NaN/)
      }),
      { numRuns: 1000 },
    )
  })

  test('the same form scored again gives the same bytes', () => {
    fc.assert(
      fc.property(
        anyForm,
        (form) => JSON.stringify(score(form)) === JSON.stringify(score(JSON.parse(JSON.stringify(form)))),
      ),
    )
  })

  test.each([
    [{}],
    [null],
    [{ indicators: 'rows' }],
    [{ indicators: [{ target: {} }] }],
    [{ indicators: [], moneyUnit: '亿' }],
  ])('%j is named unreadable', (form) => {
    expect(parseScoreRequest(form).ok).toBe(false)
  })
})
