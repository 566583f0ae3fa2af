import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { inventForm, inventRow } from '../lint/form-builder.ts'
import { inventedPack } from '../scoring/invented-pack.ts'
import { requestOfForm } from '../scoring/request-of-form.ts'
import { scoreForm } from '../scoring/score-form.ts'
import { handInProblems, type Override } from './hand-in.ts'

const MONEY = { initial: decimal('100'), fullYear: decimal('100'), executed: decimal('99') }
const FULL = { target: '≥95%', actual: '96%', weight: decimal('90') }

type Given = {
  row?: Parameters<typeof inventRow>[0]
  computed?: string | null
  overrides?: Override[]
  statement?: string
}

function problems(
  { row = {}, computed = null, overrides = [], statement = '' }: Given,
  money: object = MONEY,
): string[] {
  const content = inventForm({
    stage: 'self-evaluation',
    money: { ...money },
    indicators: [inventRow({ ...FULL, ...row })],
  })
  const rows = content.indicators.map(({ actual, reason }) => ({
    actual: actual ?? '',
    reason: reason ?? '',
    computed,
  }))
  const evaluation = scoreForm(requestOfForm(content), inventedPack())
  return handInProblems({ evaluation, rows, overrides, statement }).map(({ code, row: at }) => `${code} ${at}`)
}

const override = (changes: Partial<Override> = {}): Override => ({
  row: 0,
  column: 'score',
  value: '80',
  reason: '样本另计',
  personId: '0190a000-0000-7000-8000-000000000001',
  documentId: '0190a000-0000-7000-8000-000000000002',
  ...changes,
})

test('a form whose figures follow the rules is handed in as it is', () => {
  expect(problems({})).toEqual([])
})

describe('what a person must still do', () => {
  test.each<[string, Given, string[]]>([
    ['a score below its weight wants a reason', { row: { actual: '90%' } }, ['reason-missing 0']],
    [
      'far beyond the target wants a reason too',
      { row: { target: '≥50%', actual: '96%' } },
      ['over-achievement-unexplained 0'],
    ],
    ['far beyond, explained', { row: { target: '≥50%', actual: '96%', reason: '提前换新' } }, []],
    ['with a reason it passes', { row: { actual: '90%', reason: '设备到货晚' } }, []],
    ['an actual is missing', { row: { actual: null } }, ['row-not-scored 0']],
    ['a score off the rule', { row: { score: decimal('80'), reason: '自评从严' } }, ['score-off-the-rule 0']],
    [
      'the same with person, reason and file',
      { row: { score: decimal('80'), reason: '自评从严' }, overrides: [override()] },
      [],
    ],
    [
      'another score than the one that was grounded',
      { row: { score: decimal('70'), reason: '自评从严' }, overrides: [override()] },
      ['score-off-the-rule 0'],
    ],
    [
      'an override without a file',
      { row: { score: decimal('80'), reason: '自评从严' }, overrides: [override({ documentId: '' })] },
      ['score-off-the-rule 0'],
    ],
    [
      'an override without a reason',
      { row: { score: decimal('80'), reason: '自评从严' }, overrides: [override({ reason: ' ' })] },
      ['score-off-the-rule 0'],
    ],
    ['a score above its weight', { row: { score: decimal('91') } }, ['score-not-accepted 0', 'score-off-the-rule 0']],
    ['another actual than the records say', { computed: '95.2%' }, ['actual-off-the-records 0']],
    ['the same, grounded', { computed: '95.2%', overrides: [override({ column: 'actual', value: '96%' })] }, []],
  ])('%s', (_title, given, expected) => {
    expect(problems(given)).toEqual(expected)
  })

  test('full marks while a third of the money lies idle must be answered (rules.md §3.6 R-WARN, B)', () => {
    const idle = { ...MONEY, executed: decimal('66') }
    expect(problems({}, idle)).toEqual(['warning-unanswered null'])
    expect(problems({ statement: '合同跨年，余款次年支付' }, idle)).toEqual([])
  })

  test('a form without what was executed has no rate', () => {
    expect(problems({}, { ...MONEY, executed: null })).toContain('execution-missing null')
  })
})
