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
  const rules = { experts: 3, dropExtremesFrom: 5, source }
  const scores = (...given: string[]) =>
    given.map((score, index) => ({ expert: `专家${index}`, score: decimal(score) }))

  test('three scores all count; of five the highest and the lowest are left out', () => {
    expect(expertResult(scores('88', '90', '91'), rules)).toMatchObject({ ok: true, value: { score: '89.67' } })
    expect(expertResult(scores('60', '88', '90', '91', '100'), rules)).toMatchObject({
      ok: true,
      value: { score: '89.67', leftOut: [{ score: '60' }, { score: '100' }] },
    })
  })

  test.each([
    [scores('88', '90'), 'too-few-experts'],
    [scores('88', '90', '101'), 'score-impossible'],
    [[...scores('88', '90'), ...scores('91')], 'expert-twice'],
  ])('%j is refused: %s', (given, code) => {
    expect(expertResult(given, rules)).toMatchObject({ ok: false, problem: { code } })
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
