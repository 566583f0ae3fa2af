import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import type { RulePack } from '../rule-pack.ts'
import type { Target, TargetMeaning } from '../target/target.ts'
import type { Actual } from './actual.ts'
import { inventedPack, inventedSource as source } from './invented-pack.ts'
import { judgeRow } from './judge-row.ts'
import type { Row } from './row.ts'

const PACK = inventedPack()
const percent = (operator: 'ge' | 'gt' | 'eq' | 'le', value: string): TargetMeaning => ({
  kind: 'number',
  operator,
  value: decimal(value),
  unit: '%',
  period: null,
})
const reached = (
  value: string,
  unit: string | null = '%',
  period: 'month' | 'year' | 'week' | null = null,
): Actual => ({
  kind: 'number',
  value: decimal(value),
  unit,
  period,
})
const grade = (...grades: string[]): TargetMeaning => ({ kind: 'grade', grades })
const WORDS: Actual = { kind: 'words' }

function judge(meaning: TargetMeaning, actual: Actual, given: Partial<Row> = {}, pack: RulePack = PACK) {
  const target: Target = { ...meaning, notes: [] }
  const { outcome, notes } = judgeRow(
    {
      target,
      actual,
      targetText: meaning.kind === 'grade' ? meaning.grades.join('、') : '',
      actualText: '',
      weight: decimal('10'),
      name: '产出指标 数量指标 云溪县系统',
      band: null,
      bandScore: null,
      printedScore: null,
      reason: null,
      baseline: null,
      year: 2021,
      ...given,
    },
    pack,
  )
  const answer = outcome.kind === 'scored' ? outcome.score : outcome.reason
  return {
    answer,
    rule: outcome.trace.rule,
    band: outcome.kind === 'scored' ? outcome.band : null,
    notes: notes.map(({ code }) => code),
  }
}

describe('bands of quality for a weight of 10', () => {
  test.each([
    ['达成', '10', '10.00', '达成'],
    ['达成', '8', '8.00', '达成'],
    ['达成', '7.99', 'band-rejected', null],
    ['达成', '10.01', 'band-rejected', null],
    ['部分达成', '9', 'band-rejected', null],
    ['部分达成', '8', 'band-rejected', null],
    ['部分达成', '7.99', '7.99', '部分达成'],
    ['部分达成', '7.995', 'band-rejected', null],
    ['部分达成', '6', '6.00', '部分达成'],
    ['未达成', '5.99', '5.99', '未达成'],
    ['未达成', '0', '0.00', '未达成'],
    ['未达成', '6', 'band-rejected', null],
    ['未达成', '-1', 'band-rejected', null],
    ['优秀', '9', 'band-rejected', null],
  ])('%s with %s points: %s', (band, score, answer, inBand) => {
    expect(judge(grade('及时'), WORDS, { band, bandScore: decimal(score) })).toMatchObject({ answer, band: inBand })
  })

  test('a band without its score waits for the score', () => {
    expect(judge(grade('及时'), WORDS, { band: '达成' }).answer).toBe('band-rejected')
  })

  test('the printed score of the unit names the band it lies in', () => {
    const judged = judge(grade('建立', '进行考核'), WORDS, {
      printedScore: decimal('9'),
      actualText: '已建立',
      reason: '有待完善',
    })
    expect(judged).toEqual({ answer: '9.00', rule: 'R-QUAL', band: '达成', notes: [] })
  })

  test('words that fulfil the grade earn the weight and ask a person to confirm', () => {
    const judged = judge(grade('及时'), WORDS, { actualText: '响应及时' })
    expect(judged).toEqual({ answer: '10.00', rule: 'R-QUAL', band: '达成', notes: ['needs-confirmation'] })
  })

  test('words that settle nothing wait for a band', () => {
    expect(judge(grade('及时'), WORDS, { actualText: '见附件' }).answer).toBe('needs-band')
  })

  test('a full score against words of failure is pointed at', () => {
    const judged = judge(grade('完成'), WORDS, { actualText: '未完成', printedScore: decimal('10') })
    expect(judged.notes).toContain('score-contradicts-actual')
  })
})

test.each([
  ['通过', '已通过', '10.00', 'R-PASS'],
  ['合格', '不合格', '0.00', 'R-PASS'],
  ['合格', '见附件', 'needs-band', 'R-PASS'],
])('%s is kept or not: %s gives %s', (promised, actualText, answer, rule) => {
  expect(judge(grade(promised), WORDS, { actualText })).toMatchObject({ answer, rule })
})

describe('rows that are not scored', () => {
  test.each<[string, TargetMeaning, Actual, Partial<Row>]>([
    ['no-actual', percent('ge', '95'), { kind: 'blank' }, {}],
    ['no-target', { kind: 'none', reason: 'blank' }, reached('95'), {}],
    ['not-applicable', { kind: 'none', reason: 'placeholder' }, { kind: 'blank' }, {}],
    ['zero-weight', percent('ge', '95'), reached('95'), { weight: decimal('0') }],
    ['target-unreadable', { kind: 'unreadable', problem: 'numbers-unclear' }, reached('95'), {}],
    ['actual-unreadable', percent('ge', '95'), WORDS, {}],
    ['unit-differs', percent('ge', '95'), reached('95', '次'), {}],
    ['unit-differs', percent('ge', '95'), reached('0.99', null), {}],
  ])('%s', (answer, meaning, actual, given) => {
    expect(judge(meaning, actual, given).answer).toBe(answer)
  })

  test('what does not apply may weigh nothing', () => {
    const nothing: TargetMeaning = { kind: 'none', reason: 'not-applicable' }
    expect(judge(nothing, { kind: 'blank' }).notes).toEqual(['weight-must-be-zero'])
    expect(judge(nothing, { kind: 'blank' }, { weight: decimal('0') }).notes).toEqual([])
  })
})

describe('reasons a unit must give', () => {
  test.each<[string, TargetMeaning, Actual, string | null, string[]]>([
    ['less than full', percent('ge', '100'), reached('99'), null, ['reason-required']],
    ['less than full, explained', percent('ge', '100'), reached('99'), '可进一步提升', []],
    ['full', percent('ge', '100'), reached('100'), null, []],
    ['1.3 times the target', percent('ge', '70'), reached('91'), null, ['over-achievement-needs-reason']],
    ['just below 1.3 times', percent('ge', '70'), reached('90.99'), null, []],
    ['1.3 times, explained', percent('ge', '70'), reached('91'), '需求增加', []],
    ['one accident where none was promised', percent('eq', '0'), reached('1'), null, ['reason-required']],
    ['a strict bound met exactly', percent('gt', '95'), reached('95'), null, ['strict-bound-met-exactly']],
    ['more than a whole', percent('ge', '100'), reached('101'), null, ['actual-outside-percent']],
    ['a promise of nothing', percent('ge', '0'), reached('5'), null, ['target-promises-nothing']],
  ])('%s', (_, meaning, actual, ...[reason, notes]) => {
    expect(judge(meaning, actual, { reason }).notes).toEqual(notes)
  })

  test('a place with a reducing table takes points away from over-achievement', () => {
    const reductions = [
      { fromRatio: '1.3', share: '0.1' },
      { fromRatio: '2', share: '0.3' },
    ]
    const pack = inventedPack({ overAchievement: { reasonFromRatio: '1.3', reductions, source } })
    const people = (actual: string) =>
      judge({ ...percent('ge', '10'), unit: '人' } as TargetMeaning, reached(actual, '人'), {}, pack).answer
    expect([people('12'), people('13'), people('19'), people('20')]).toEqual(['10.00', '9.00', '9.00', '7.00'])
  })
})

describe('satisfaction by bands', () => {
  const bands = [
    { from: '90', share: '1' },
    { from: '80', share: '0.8' },
    { from: '60', share: '0.5' },
    { from: '0', share: '0' },
  ]
  const pack = inventedPack({ scoring: { satisfaction: { method: 'bands', marks: ['满意度'], bands, source } } })
  test.each([
    ['90', '10.00'],
    ['89.99', '8.00'],
    ['80', '8.00'],
    ['79.99', '5.00'],
    ['60', '5.00'],
    ['59.99', '0.00'],
  ])('%s %% satisfied earns %s of 10', (actual, answer) => {
    const judged = judge(percent('ge', '95'), reached(actual), { name: '满意度指标 服务对象 师生满意度' }, pack)
    expect(judged).toMatchObject({ answer, rule: 'R-SAT-BAND' })
  })

  test('a row that is not about satisfaction goes by its target', () => {
    expect(judge(percent('ge', '100'), reached('90'), {}, pack)).toMatchObject({ answer: '9.00', rule: 'R-POS' })
  })
})
