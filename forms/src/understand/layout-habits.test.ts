import type { FormContent } from '@shiji/kernel/form/form-content'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { type Grid, mergedDocument, pastedDocument } from './testing/grid-document.ts'
import {
  ACTUAL_BEFORE_TARGET,
  LIST_OF_PROJECTS,
  MONEY_UNDER_ITS_HEADS,
  POINTS_BEHIND_NAMES,
  SIGNS_UNDER_AN_UNKNOWN_HEAD,
  TASKS_OF_A_DEPARTMENT,
} from './testing/layout-habits.ts'
import { SHANXI_2021 } from './testing/places/north.ts'
import { SICHUAN_2022_LIBRARY } from './testing/places/west.ts'
import { understandForms } from './understand-forms.ts'

const templates = loadFormTemplates()

const WAYS = [
  ['with its merges', mergedDocument],
  ['pasted', pastedDocument],
] as const

test.each(WAYS)('the actual may stand before the target, points carry 分, money its unit: %s', (_, documentOf) => {
  const [form] = understandForms(documentOf(ACTUAL_BEFORE_TARGET), templates)
  expect(form?.money).toMatchObject({ fullYear: '12.5', executed: '12', rate: '96', score: '9.6' })
  expect(printedRows(form)).toEqual([
    '培训人数 ≥100人 98人 20 19.6',
    '合格率 ≥95% 96% 20 20',
    '完成时间 12月底前 11月30日 10 10',
    '技能提升 明显 明显 30 28',
    '学员满意度 ≥95% 98% 10 10',
  ])
  expect(form?.totals).toEqual({ weight: '90', score: '87.6' })
})

test.each(WAYS)('points behind names and single level 2 are weights, with a doubt: %s', (_, documentOf) => {
  const [form] = understandForms(documentOf(POINTS_BEHIND_NAMES), templates)
  expect(printedRows(form)).toEqual([
    '巡检次数 ≥12次 12次 20 -',
    '设备完好率 ≥98% 97% 10 -',
    '巡检记录完整率 100% 100% 10 -',
    '按期巡检率 100% 100% - -',
    '故障当日修复率 ≥95% 96% - -',
  ])
  const doubted = form?.indicators.filter(({ doubts }) => doubts.some(({ code }) => code === 'weight-from-label'))
  expect(doubted).toHaveLength(3)
})

test.each(WAYS)('a table broken over pages with its head repeated is one table: %s', (_, documentOf) => {
  const lines = SHANXI_2021.grid.trim().split('\n')
  const head = lines.findIndex((line) => line.startsWith('绩效指标|一级'))
  const page = head + 7
  const [first = '', ...rest] = lines.slice(page)
  const broken = [...lines.slice(0, page), '---', lines[head], first.replace('^|^|', '|产出指标|'), ...rest].join('\n')
  const [whole] = understandForms(documentOf(SHANXI_2021.grid), templates)
  const forms = understandForms(documentOf(broken), templates)
  expect(forms.map(printedRows)).toEqual([printedRows(whole)])
  expect(forms[0]?.totals).toEqual(whole?.totals)
})

test.each(WAYS)('two projects in one file are two forms: %s', (_, documentOf) => {
  const { grid, head } = SICHUAN_2022_LIBRARY
  const other: Grid = grid.replace(head[3], '51092322T000000999999-服装经费')
  const forms = understandForms(documentOf(`${grid}\n---\n${other}`), templates)
  expect(forms.map(({ project, indicators }) => [project, indicators.length])).toEqual([
    [head[3], 5],
    ['51092322T000000999999-服装经费', 5],
  ])
})

test.each(WAYS)('a list of projects is one form each, with the heading of the list: %s', (_, documentOf) => {
  const forms = understandForms(documentOf(LIST_OF_PROJECTS), templates)
  expect(
    forms.map(({ year, unit, project, money, indicators }) => [year, unit, project, money, indicators.length]),
  ).toEqual([
    [2024, '云溪区图书馆', '图书采购经费', { yearBudget: '300000' }, 2],
    [2024, '云溪区图书馆', '阅读推广经费', { yearBudget: '50000' }, 1],
  ])
  expect(forms.flatMap(printedRows)).toEqual([
    '采购图书册数 >=8000册 - - -',
    '读者满意度 >=90% - - -',
    '活动场次 >=24场 - - -',
  ])
})

test.each(WAYS)(
  'a column of nothing but signs beside the target is its sign, whatever is printed over it: %s',
  (_, documentOf) => {
    const [form] = understandForms(documentOf(SIGNS_UNDER_AN_UNKNOWN_HEAD), templates)
    expect(printedRows(form)).toEqual(['巡检次数 ≥12次 - - -', '故障率 ≤1% - - -'])
  },
)

test.each([
  ['left', '^|<|年度资金总额', '年度资金总额'],
  ['right', '^|<|年度资金总额', '||项目资金|年度资金总额'],
])('money that slid to the %s under its heads is put back, with a doubt', (_, sound, slid) => {
  const [form] = understandForms(pastedDocument(MONEY_UNDER_ITS_HEADS.replace(sound, slid)), templates)
  expect(form?.money).toMatchObject({
    initial: '200',
    fullYear: '180',
    executed: '153',
    weight: '10',
    rate: '85',
    score: '8.5',
  })
  expect(form?.doubts.map(({ code }) => code)).toContain('money-row-shifted')
  const [whole] = understandForms(pastedDocument(MONEY_UNDER_ITS_HEADS), templates)
  expect(whole?.doubts.map(({ code }) => code)).not.toContain('money-row-shifted')
  expect(whole?.money).toMatchObject({ initial: '200', fullYear: '180', executed: '153', rate: '85' })
})

test.each(WAYS)('the tasks of a department are its parts, with the whole of their money: %s', (_, documentOf) => {
  const [form] = understandForms(documentOf(TASKS_OF_A_DEPARTMENT), templates)
  expect(form?.unit).toBe('海棠区应急中心')
  expect(form?.parts.map(({ name, amount, fields }) => [name, amount, fields])).toEqual([
    ['应急值守', '260.00', { 主要内容: '全年不间断值守' }],
    ['物资储备', '140.00', { 主要内容: '储备帐篷棉被' }],
  ])
})

function printedRows(form: FormContent | undefined): string[] {
  return (form?.indicators ?? []).map(({ level3, target, actual, weight, score }) =>
    [level3, target, actual ?? '-', weight ?? '-', score ?? '-'].join(' '),
  )
}
