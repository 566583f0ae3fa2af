import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { expect, test } from 'vitest'
import { formSheet, roomAt, roomsOf } from './form-sheet.ts'
import { liveSums } from './live-sums.ts'
import { smallTemplate } from './small-template.ts'

const content = FormContentSchema.parse({
  template: 'CN-TEST',
  edition: '2020',
  stage: 'declaration',
  year: 2026,
  moneyUnit: '元',
  project: '机房运维',
  unit: null,
  money: { yearBudget: '180000', fiscal: '170000', otherFunds: '0', linesTotal: null },
  lines: [
    { project: '', content: '', item: '人工', amount: '168000', unitPrice: null, quantity: null },
    { project: '', content: '', item: '备件', amount: '12000', unitPrice: null, quantity: null },
  ],
})
const sheet = formSheet({ template: smallTemplate, content }, 'zh')

test('a form shows the parts its sheet has, under the words the sheet prints', () => {
  expect(roomsOf(sheet)).toEqual(['overview', 'goals', 'composition', 'safeguards'])
  expect(sheet.lists.map(({ list, columns }) => [list, columns.map(({ label }) => label)])).toEqual([
    ['indicators', ['一级目标', '三级目标', '目标值']],
    ['lines', ['项目明细', '明细金额']],
    ['safeguards', ['制度保障', '实施阶段']],
  ])
})

test.each([
  ['indicators[3].target', 'goals'],
  ['fields.项目总目标', 'goals'],
  ['fields.项目概况', 'overview'],
  ['lines[0].amount', 'composition'],
  ['safeguards[0].phases.实施阶段', 'safeguards'],
  ['form', 'overview'],
] as const)('%s is found under %s', (where, room) => {
  expect(roomAt(sheet, where)).toBe(room)
})

test('a form of unknown layout shows what was read', () => {
  const { lists, fields } = formSheet({ template: null, content: { ...content, fields: { 备注说明: '无' } } }, 'en')
  expect(lists).toEqual([
    {
      list: 'lines',
      room: 'composition',
      columns: [
        { key: 'item', label: 'Item', kind: 'text' },
        { key: 'amount', label: 'Amount', kind: 'money' },
      ],
    },
  ])
  expect(fields.at(-1)?.label).toBe('备注说明')
})

test('totals are added up while typing and compared with what stands there', () => {
  expect(liveSums(smallTemplate, content)).toEqual([
    {
      id: 'year-budget-sum',
      where: 'money.yearBudget',
      of: ['money.fiscal', 'money.otherFunds'],
      computed: '170000',
      held: '180000',
      agrees: false,
    },
    {
      id: 'lines-total',
      where: 'money.linesTotal',
      of: ['lines[].amount'],
      computed: '180000',
      held: null,
      agrees: false,
    },
  ])
})
