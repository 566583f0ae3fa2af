import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { NameWords } from '../library/name-words.ts'
import { makeNameReader } from '../library/read-name.ts'
import { inventEvaluation, inventForm, inventLine, inventRow } from '../lint/form-builder.ts'
import { LINT_WORDING, type LintCode } from '../lint/lint-wording.ts'
import { compareYears, yearMoney } from './compare-years.ts'
import { criterionOf } from './criteria.ts'

const setting = {
  selfEvaluation: null,
  reader: makeNameReader(NameWords.parse({ synonyms: [], fillers: [], bracketUnits: [], facets: [] })),
  farOverFrom: decimal('1.3'),
}
const promise = (level3: string, target: string) => inventRow({ level3, target })

describe('a declaration beside the one of last year', () => {
  const last = inventForm({
    indicators: [promise('运维事件响应时间', '≤15分钟'), promise('巡检次数', '≥12次'), promise('培训人次', '≥40人次')],
  })
  const now = inventForm({
    indicators: [promise('运维事件响应时间', '≤10分钟'), promise('巡检次数', '≥12次'), promise('系统可用性', '≥99%')],
  })

  test('a row is changed, the same or new, and what is promised no more is named', () => {
    const { rows, gone } = compareYears(now, last, setting)
    expect(rows.map(({ change }) => change)).toEqual(['changed', 'same', 'new'])
    expect(rows[0]?.last).toMatchObject({ target: '≤15分钟', actual: null, verdict: 'not-reported' })
    expect(gone).toEqual([{ name: '培训人次', target: '≥40人次' }])
  })

  test('what last year achieved stands beside its row', () => {
    const selfEvaluation = inventEvaluation([{ level3: '巡检次数', target: '≥12次', actual: '10次' }])
    const { rows } = compareYears(now, last, { ...setting, selfEvaluation })
    expect(rows[1]?.last).toMatchObject({ actual: '10次', verdict: 'missed' })
  })

  test('two rows of one name meet one promise of last year once', () => {
    const twice = inventForm({ indicators: [promise('巡检次数', '≥12次'), promise('巡检次数', '≥24次')] })
    expect(compareYears(twice, last, setting).rows.map(({ change }) => change)).toEqual(['same', 'new'])
  })
})

test.each([
  [{ money: { yearBudget: decimal('12.5') }, moneyUnit: '万元' } as const, '125000'],
  [{ lines: [inventLine({ amount: decimal('800') }), inventLine({ amount: decimal('200') })] }, '1000'],
  [{}, null],
])('the money of the year is read in 元: %j → %s', (changes, expected) => {
  expect(yearMoney(inventForm(changes))).toBe(expected)
})

test.each([
  ['weights-not-hundred', 'completeness'],
  ['promise-without-indicator', 'relevance'],
  ['targets-all-hundred', 'adequacy'],
  ['measured-after-year', 'feasibility'],
] as const)('%s speaks to %s', (code, criterion) => expect(criterionOf(code)).toBe(criterion))

test('every check speaks to one criterion, and each criterion has checks', () => {
  const criteria = (Object.keys(LINT_WORDING) as LintCode[]).map(criterionOf)
  expect(new Set(criteria)).toEqual(new Set(['completeness', 'relevance', 'adequacy', 'feasibility']))
})
