import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { inventedPack } from '../scoring/invented-pack.ts'
import { effectOf, type Rectification } from './apply-result.ts'
import { compareScores, type TwiceScored } from './compare-scores.ts'
import { expertResult } from './expert-scores.ts'

const { grades } = inventedPack()
const source = { text: 'invented', sureness: 'D' } as const

const row = (weight: string, self: string | null, again: string | null, reason = '现场核对'): TwiceScored => ({
  weight: decimal(weight),
  self: self === null ? null : decimal(self),
  again: again === null ? null : decimal(again),
  reason,
})

describe('the re-score beside the self-score', () => {
  test('the report says by how much, where most, and what becomes of the grade', () => {
    const report = compareScores([row('50', '50', '42'), row('30', '30', '27.5'), row('20', '12', null)], grades)
    expect(report).toMatchObject({ selfTotal: '92', total: '81.5', difference: '-10.5', largest: [0, 1] })
    expect([report.selfGrade?.zh, report.grade?.zh]).toEqual(['优', '良'])
    expect(report.rows.map(({ difference }) => difference)).toEqual(['-8', '-2.5', null])
  })

  test.each<[TwiceScored, string | null]>([
    [row('10', '10', '9', ' '), 'reason-missing'],
    [row('10', '10', '10', ''), null],
    [row('10', '10', '10.5'), 'score-impossible'],
    [row('10', '10', '-1'), 'score-impossible'],
    [row('10', null, '8', ''), 'reason-missing'],
  ])('%o: %s', (one, problem) => {
    expect(compareScores([one], grades).rows[0]?.problem).toBe(problem)
  })
})

describe('key evaluation by experts', () => {
  const part = (zh: string, weight: string) => ({ name: { zh, en: zh }, weight: decimal(weight) })
  const parts = [part('决策', '20'), part('过程', '20'), part('产出', '30'), part('效益', '30')]
  const rules = { experts: 3, dropExtremesFrom: 5, parts }
  const expert = (name: string, ...points: string[]) => ({ expert: name, points: points.map((one) => decimal(one)) })
  const [one, two, three] = [
    expert('甲', '18', '17', '28', '25'),
    expert('乙', '20', '18', '27', '25'),
    expert('丙', '19', '19', '28.5', '24.5'),
  ]

  test('the score is the mean of their totals, and each part has its mean', () => {
    expect(expertResult([one, two, three], rules)).toMatchObject({
      ok: true,
      value: { score: '89.67', means: ['19.00', '18.00', '27.83', '24.83'] },
    })
  })

  test('of five the highest and the lowest are left out, of the parts too', () => {
    const five = [expert('低', '10', '10', '20', '20'), one, two, three, expert('高', '20', '20', '30', '30')]
    const result = expertResult(five, rules)
    expect(result).toMatchObject({ ok: true, value: { score: '89.67', means: ['19.00', '18.00', '27.83', '24.83'] } })
    const counted = result.ok
      ? result.value.experts.map((given) => `${given.expert} ${given.score} ${given.counted}`)
      : []
    expect(counted).toEqual(['低 60 false', '甲 88 true', '乙 90 true', '丙 91.0 true', '高 100 false'])
  })

  test.each([
    ['two experts', [one, two], { code: 'too-few-experts', given: 2, needed: 3 }],
    ['one name twice', [one, two, { ...three, expert: '甲' }], { code: 'expert-twice', expert: '甲' }],
    ['a part left out', [one, two, expert('丙', '19', '19', '28')], { code: 'points-missing', expert: '丙' }],
    [
      'more than a part is worth',
      [one, two, expert('丙', '19', '19', '30.01', '24')],
      { code: 'score-impossible', expert: '丙', part: 2, weight: '30' },
    ],
  ])('%s: refused', (_, given, problem) => {
    expect(expertResult(given, rules)).toEqual({ ok: false, problem })
  })
})

describe('what a grade means for the next year (rules.md §3.9)', () => {
  const application = {
    effects: [
      { grade: '优', effect: 'support' as const },
      { grade: '中', effect: 'improve' as const },
      { grade: '差', effect: 'cut' as const },
    ],
    withoutRectification: 'hold-until-rectified' as const,
    feedbackWithinMonths: null,
    pastYearsOnReview: 3,
    source,
  }
  const grade = (zh: string) => ({ zh, en: zh })

  test.each<[string | null, Rectification, string | null]>([
    ['优', 'none', 'support'],
    ['中', 'answered', 'improve'],
    ['差', 'none', 'cut'],
    ['优', 'unanswered', 'hold-until-rectified'],
    [null, 'none', null],
    ['良', 'none', null],
  ])('%s with a rectification %s: %s', (name, rectification, effect) => {
    expect(effectOf(name === null ? null : grade(name), rectification, application)).toBe(effect)
  })
})
