import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import type { LifeRules } from '../life/life-rules.ts'
import { consequenceOf } from './next-year.ts'

const APPLICATION: LifeRules['application'] = {
  effects: [
    { grade: '优', effect: 'support' },
    { grade: '中', effect: 'improve' },
    { grade: '差', effect: 'cut' },
  ],
  withoutRectification: 'hold-until-rectified',
  feedbackWithinMonths: null,
  pastYearsOnReview: 3,
  source: { text: '试验', sureness: 'D' },
}

/** The grade of the last result, notices unanswered, money asked now and the year before. */
const after = (grade: string | null, open: number, now: string | null, last: string | null) =>
  consequenceOf(
    {
      grade: grade === null ? null : { zh: grade, en: grade },
      open,
      money: { now: now === null ? null : decimal(now), last: last === null ? null : decimal(last) },
    },
    APPLICATION,
  )

describe('what earlier years mean for a declaration (rules.md §3.9)', () => {
  test.each([
    ['a good year', '优', 0, '100', '90', 'support', []],
    ['a middling year', '中', 0, '100', '90', 'improve', ['improve-first']],
    ['a bad year, asking for as much', '差', 0, '90', '90', 'cut', ['not-cut']],
    ['a bad year, asking for less', '差', 0, '89.99', '90', 'cut', []],
    ['a bad year, money unknown', '差', 0, null, '90', 'cut', []],
    ['a good year with an unanswered notice', '优', 1, '90', '90', 'hold-until-rectified', ['correct-first']],
    ['a bad year with two', '差', 2, '90', '90', 'hold-until-rectified', ['correct-first', 'not-cut']],
    ['no result yet, a notice all the same', null, 1, '90', null, 'hold-until-rectified', ['correct-first']],
    ['no result and nothing asked', null, 0, '90', null, null, []],
    ['a grade the place says nothing about', '良', 0, '90', '90', null, []],
  ] as const)('%s', (...[, grade, open, now, last, effect, notes]) => {
    const found = after(grade, open, now, last)
    expect([found.effect, found.notes.map(({ code }) => code)]).toEqual([effect, notes])
  })

  test('says how many notices are open and what is asked beside the year before', () => {
    expect(after('差', 2, '95', '90').notes).toEqual([
      { code: 'correct-first', count: 2 },
      { code: 'not-cut', now: '95', last: '90' },
    ])
  })
})
