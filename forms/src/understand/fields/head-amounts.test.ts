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

/** What is read of an amount on a form in 万元, and which doubts it leaves. */
test.each([
  ['a sign of 元', '项目预算|¥200000', '20', ['value-unit-differs']],
  ['a wide sign of 元', '项目预算|￥200,000.00', '20', ['value-unit-differs']],
  ['元 behind it', '项目预算|200000元', '20', ['value-unit-differs']],
  ['RMB and 元', '项目预算|RMB 200000元整', '20', ['value-unit-differs']],
  ['a sign before 万', '项目预算|¥20万', '20', []],
  ['元 in its label', '项目预算（元）|200000', '20', ['value-unit-differs']],
  ['元 in its label and 万元 of its own', '项目预算（元）|20万元', '20', ['money-units-differ']],
  ['no sign of its unit', '项目预算|20|其中：财政拨款|200000', '20', ['amount-out-of-proportion']],
  ['a thousandth of the source below it', '项目预算|18|其中：财政拨款|185000', '18', ['amount-out-of-proportion']],
  ['far more than any project', '项目预算|2000000', '2000000', ['amount-unlike-unit']],
  ['what projects cost', '项目预算|20|其中：财政拨款|18', '20', []],
])('an amount with %s', (_, line, amount, codes) => {
  const [form] = understandForms(pastedDocument(sheet(line)), [])
  expect(form?.money.yearBudget).toBe(amount)
  const doubts = form?.doubts.filter(({ code }) => code !== 'layout-unknown') ?? []
  expect(doubts.map(({ code }) => code)).toEqual(codes)
  expect(doubts.every(({ rawCells }) => rawCells !== undefined && rawCells.length > 0)).toBe(true)
})

test('a form in 元 with amounts of a few 元 is doubted', () => {
  const [form] = understandForms(pastedDocument(sheet('项目预算|20').replace('万元', '元')), [])
  expect(form?.doubts.map(({ code }) => code)).toContain('amount-unlike-unit')
})

test('columns of a table of money name their own unit', () => {
  const [form] = understandForms(
    pastedDocument(sheet('|预算数（元）|执行数（元）|执行率\n年度资金总额|200000|180000|90%')),
    [],
  )
  expect(form?.money).toMatchObject({ fullYear: '20', executed: '18' })
  expect(form?.doubts.filter(({ code }) => code === 'value-unit-differs')).toHaveLength(2)
})

test('a form that names two units and says of no amount which is its own is doubted', () => {
  const [form] = understandForms(pastedDocument(sheet('资金情况（单位：元）|项目预算|20')), [])
  expect(form?.doubts.map(({ code }) => code)).toContain('money-units-differ')
})
