import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { inventForm } from '../lint/form-builder.ts'
import { fillText } from './fill-text.ts'
import type { FormContent } from './form-content.ts'

const CONTENT: FormContent = {
  ...inventForm(),
  year: 2021,
  project: '校园网运行维护',
  unit: null,
  fields: {
    项目类别: '经常性项目、延续',
    起始日期: '2021-01-05',
    说明: '2021年初',
    依据: '依  据：《办法》第三条',
    备注: '',
  },
  money: {
    yearBudget: decimal('4768009'),
    exact: decimal('0.125'),
    small: decimal('950.5'),
    negative: decimal('-12345'),
    rate: decimal('98.88'),
    blank: null,
  },
}

function filled(template: string, content: FormContent = CONTENT): string {
  return fillText(template, { content, item: null }).text
}

describe('what a cell prints', () => {
  test.each([
    ['项目名称：{project}', '项目名称：校园网运行维护'],
    ['填报单位（盖章）：{unit}', '填报单位（盖章）：'],
    ['（{year} 年）', '（2021 年）'],
    ['{money.yearBudget}', '4768009'],
    ['{money.yearBudget|fixed}', '4768009.00'],
    ['{money.yearBudget|grouped}', '4,768,009.00'],
    ['{money.small|grouped}', '950.50'],
    ['{money.negative|grouped}', '-12,345.00'],
    ['{money.exact|fixed}', '0.125'],
    ['{money.rate|percent}', '98.88%'],
    ['{money.blank|percent}', ''],
    ['{fields.起始日期|date}', '2021年1月5日'],
    ['{fields.起始日期}', '2021-01-05'],
    ['{fields.说明|date}', '2021年初'],
    ['{fields.备注|sign-date}', '    年    月    日'],
    ['{fields.备注|line}', '＿＿＿＿＿＿＿＿＿＿＿＿'],
    ['{fields.项目类别=经常性项目|box} 经常性', '☑ 经常性'],
    ['{fields.项目类别=一次性项目|box}一次性', '□一次性'],
    ['{fields.项目类别=经常性项目|mark}', '√'],
    ['{fields.项目类别=一次性项目|mark}', '×'],
    ['依据：{fields.依据}', '依据：《办法》第三条'],
    ['----', '----'],
  ])('%s prints %s', (template, printed) => {
    expect(filled(template)).toBe(printed)
  })

  test('a blank form leaves room for its year', () => {
    expect(filled('（{year} 年）', { ...CONTENT, year: null })).toBe('（     年）')
  })

  test('words of the content that look like a placeholder stay words', () => {
    const content = { ...CONTENT, project: '{money.yearBudget} $& <b>' }
    expect(filled('项目名称：{project}', content)).toBe('项目名称：{money.yearBudget} $& <b>')
  })
})

describe('what a spreadsheet keeps', () => {
  test.each([
    ['{money.yearBudget|grouped}', { kind: 'number', decimal: '4768009.00', places: 2 }],
    ['{money.yearBudget}', { kind: 'number', decimal: '4768009', places: 0 }],
    ['二、当年预算：{money.yearBudget}', { kind: 'text' }],
    ['{money.rate|percent}', { kind: 'text' }],
    ['{money.blank}', { kind: 'text' }],
    ['{fields.起始日期}', { kind: 'text' }],
  ])('%s is %j', (template, value) => {
    expect(fillText(template, { content: CONTENT, item: null }).value).toEqual(value)
  })
})

test('a cell knows the address of what it shows, fixed words have none', () => {
  const item = { over: 'parts', index: 2, number: 3, values: { name: '机房' } } as const
  const bind = (template: string) => fillText(template, { content: CONTENT, item }).bind
  expect(['{money.yearBudget}', '{.name}', '{.责任人}', '{#}', '合计'].map(bind)).toEqual([
    'money.yearBudget',
    'parts[2].name',
    'parts[2].fields.责任人',
    null,
    null,
  ])
})
