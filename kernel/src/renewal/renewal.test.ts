import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { BLANK_ROWS } from '../form/blank-row.ts'
import type { FormContent } from '../form/form-content.ts'
import { FormContentSchema } from '../form/form-content-schema.ts'
import { NameWords } from '../library/name-words.ts'
import { makeNameReader } from '../library/read-name.ts'
import { judgeLastYear } from './judge-last-year.ts'
import { renewDeclaration } from './renew-declaration.ts'
import { shiftDay, shiftYears } from './shift-years.ts'

const SHIFT = { from: 2020, to: 2021 }
const CONTRACT = ['合同', '招标']

test.each([
  ['2020年完成四次巡检', '2021年完成四次巡检'],
  ['2020年是招标后第二年', '2021年是招标后第三年'],
  ['三年招标，本年度为第1年', '三年招标，本年度为第2年'],
  ['二〇二〇年底前完成', '二〇二一年底前完成'],
  ['2020年1月至2020年12月', '2021年1月至2021年12月'],
  ['按《信息化行动计划（2018—2020年）》执行', '按《信息化行动计划（2018—2020年）》执行'],
  ['依据教财〔2020〕12号文', '依据教财〔2020〕12号文'],
  ['运行维护合同（2019—2021年）', '运行维护合同（2019—2021年）'],
  ['2018年数据库发生故障', '2018年数据库发生故障'],
  ['电话 02120205550，容量 12020 台', '电话 02120205550，容量 12020 台'],
  ['系统建成第二年', '系统建成第二年'],
])('%s becomes %s', (text, expected) => {
  expect(shiftYears(text, SHIFT, CONTRACT).text).toBe(expected)
})

test('the fourth year of a contract over three is told', () => {
  expect(shiftYears('合同期三年，本年度为第三年', SHIFT, CONTRACT).contract).toEqual({ year: 4, term: 3 })
  expect(shiftYears('合同期三年，本年度为第二年', SHIFT, CONTRACT).contract).toBeNull()
})

test('a span that ended before the new year is told, one that reaches into it is not', () => {
  expect(shiftYears('运维合同（2018—2020年）', SHIFT, CONTRACT).over).toEqual(['2018—2020年'])
  expect(shiftYears('运维合同（2019—2021年）', SHIFT, CONTRACT).over).toEqual([])
})

test.each([
  ['2020-01-01', '2021-01-01'],
  ['2020年12月31日', '2021年12月31日'],
  ['2019.10', '2020.10'],
  ['年底前', '年底前'],
])('the day %s becomes %s', (day, expected) => {
  expect(shiftDay(day, SHIFT)).toBe(expected)
})

const row = (level3: string, target: string, actual: string | null = null) => ({
  ...BLANK_ROWS.indicators,
  level3,
  target,
  actual,
})

const DECLARATION: FormContent = FormContentSchema.parse({
  template: 'CN-TEST',
  edition: '2020',
  stage: 'declaration',
  year: 2020,
  moneyUnit: '万元',
  project: '校园网运维（2020年）',
  unit: null,
  fields: { 项目概况: '2020年是招标后第二年。', 填报日期: '2019-10-20' },
  money: { yearBudget: '120', lastYearBudget: '100', lastYearExecuted: '98', balance: '3', 'thisYear.total': '120' },
  indicators: [row('响应时间', '<=10分钟', '8分钟'), row('完成率', '=100%')],
})
const EVALUATION: FormContent = {
  ...DECLARATION,
  stage: 'self-evaluation',
  moneyUnit: '元',
  money: { executed: decimal('1186000') },
}
const SETTING = {
  year: 2021,
  today: '2020-10-15',
  words: {
    filledOn: ['填报日期'],
    contract: CONTRACT,
    moneyMoves: [{ from: 'thisYear.', to: 'lastYear.' }],
    moneyCleared: ['balance'],
  },
  moneyRoles: {
    total: ['totalBudget'],
    year: ['yearBudget'],
    lastYearBudget: ['lastYearBudget'],
    lastYearExecuted: ['lastYearExecuted'],
    initial: ['initial'],
    fullYear: ['fullYear'],
    executed: ['executed'],
    executionWeight: ['weight'],
    executionScore: ['score'],
  },
}

describe('a declaration from last year', () => {
  const renew = (paid: string | null, selfEvaluation: FormContent | null = EVALUATION) =>
    renewDeclaration(
      { declaration: DECLARATION, template: null, selfEvaluation, paid: paid === null ? null : decimal(paid) },
      SETTING,
    )

  test('keeps every target and forgets every actual', () => {
    const { content } = renew(null)
    expect(content.indicators.map(({ target, actual }) => [target, actual])).toEqual([
      ['<=10分钟', null],
      ['=100%', null],
    ])
    expect(content.year).toBe(2021)
  })

  test('has last year’s money where the sheet asks for it, in the unit of the sheet', () => {
    const { content, filled } = renew(null)
    expect(content.money).toMatchObject({
      lastYearBudget: '120',
      lastYearExecuted: '118.6',
      'lastYear.total': '120',
      balance: null,
      yearBudget: '120',
    })
    expect(filled).toContainEqual({ where: 'fields.填报日期', value: '2020-10-15', from: 'today' })
  })

  test('takes payments before the self-evaluation, and knows nothing when there is neither', () => {
    expect(renew('1190000').content.money.lastYearExecuted).toBe('119')
    expect(renew(null, null).content.money.lastYearExecuted).toBeNull()
  })

  test('proposes texts and changes none by itself', () => {
    const { content, proposals } = renew(null)
    expect(content.project).toBe('校园网运维（2020年）')
    expect(proposals).toEqual([
      { where: 'project', was: '校园网运维（2020年）', now: '校园网运维（2021年）', kind: 'text' },
      { where: 'fields.项目概况', was: '2020年是招标后第二年。', now: '2021年是招标后第三年。', kind: 'text' },
    ])
  })
})

test.each([
  ['<=10分钟', '12分钟', 'missed'],
  ['<=10分钟', '1分钟', 'kept'],
  ['≥95%', '94.2%', 'missed'],
  ['≥95%', '99%', 'kept'],
  ['≥200人次', '320人次', 'far-over'],
  ['合格', '合格', 'kept'],
  ['合格', '不合格', 'missed'],
  ['健全', '正在建立', 'open'],
  ['≥95%', '', 'not-reported'],
])('a target %s with %s last year was %s', (target, actual, verdict) => {
  const reader = makeNameReader(NameWords.parse({ synonyms: [], fillers: [], bracketUnits: [], facets: [] }))
  const declaration = { ...DECLARATION, indicators: [row('某项指标', target)] }
  const selfEvaluation = { ...EVALUATION, indicators: [row('某项 指标', target, actual)] }
  const [judged] = judgeLastYear(declaration, { selfEvaluation, reader, farOverFrom: decimal('1.3') })
  expect(judged).toMatchObject({ actual, verdict })
})
