import { expect, test } from 'vitest'
import { pastedDocument } from '../testing/grid-document.ts'
import { understandForms } from '../understand-forms.ts'

const sheet = (line: string) => `
项目支出绩效目标表（2024年度）
单位：万元
项目名称|巡检经费|
${line}
一级指标|二级指标|指标值
产出指标|巡检次数|≥12次
`

test.each([
  ['in the next cell', '项目预算|20|', '20'],
  ['in the next cell with its unit', '项目预算|20万元|', '20'],
  ['behind blanks in the same cell', '项目预算 20万元||', '20'],
  ['without any blank', '项目预算20万元||', '20'],
  ['behind a colon', '项目预算：20|其中：财政拨款：18|', '20'],
  ['in brackets', '项目资金（20万元）||', '20'],
  ['in Chinese numerals', '项目预算|二十万元|', '20'],
  ['in capitals', '项目预算|贰拾万元整|', '20'],
  ['in capitals without 元', '预算金额|壹佰万|', '100'],
  ['told to be in capitals', '预算金额|大写：贰拾万元整|', '20'],
  ['in capitals with figures behind', '预算金额|贰拾万元整（¥200,000.00）|', '20'],
])('the amount of the year stands %s', (_, line, amount) => {
  const [form] = understandForms(pastedDocument(sheet(line)), [])
  expect(Number(form?.money.yearBudget)).toBe(Number(amount))
})

test('a heading over rows of money is no amount', () => {
  const [form] = understandForms(pastedDocument(sheet('项目资金|年度资金总额|20\n|其中：财政拨款|18')), [])
  expect(form?.money).toEqual({ yearBudget: '20', fiscal: '18' })
})

test('what stands behind an unknown label in the same cell is a field of its own', () => {
  const [form] = understandForms(pastedDocument(sheet('其中：财政拨款：18|其中：基本支出：12|其中：项目支出：6')), [])
  expect([form?.money.fiscal, form?.fields.基本支出, form?.fields.项目支出]).toEqual(['18', '12', '6'])
})

test('the unit of money may stand in the cell beside its label', () => {
  const grid = sheet('金额单位|元|').replace('单位：万元\n', '')
  expect(understandForms(pastedDocument(grid), [])[0]?.moneyUnit).toBe('元')
})
