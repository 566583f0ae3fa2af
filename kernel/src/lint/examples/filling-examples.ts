import { decimal } from '../../decimal.ts'
import type { FormTemplate } from '../../form/form-template.ts'
import { inventForm, inventRow, inventTemplate } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const SHEET: FormTemplate = inventTemplate({
  tree: [{ name: '产出指标', level2: ['数量指标', '质量指标'] }],
  fields: [
    { key: '项目概况', labels: ['项目概况'], kind: 'long-text', required: 'practice' },
    { key: '填表人', labels: ['填表人'], kind: 'signature', required: 'submit' },
    {
      key: '项目类别',
      labels: ['项目类别'],
      kind: 'choice',
      required: 'starred',
      options: ['一次性项目', '经常性项目'],
    },
    { key: '备注', labels: ['备注'], kind: 'text', required: 'optional' },
  ],
  money: [
    { key: 'yearBudget', labels: ['当年预算'], required: 'practice' },
    { key: 'own', labels: ['本级财政安排'], required: 'practice' },
    { key: 'upper', labels: ['上级财政拨款'], required: 'practice' },
  ],
  columns: { schedule: { period: ['起止时间'], content: ['项目实施内容'] } },
  checks: [
    { id: 'category', kind: 'one-choice', field: 'fields.项目类别', options: ['一次性项目', '经常性项目'] },
    { id: 'year', kind: 'sum', total: 'money.yearBudget', of: ['money.own', 'money.upper'] },
  ],
})

const FILLED = inventForm({
  fields: { 项目概况: '大厅叫号设备全年维护。', 填表人: '林知夏', 项目类别: '经常性项目', 备注: '' },
  money: { yearBudget: decimal('12000'), own: decimal('12000'), upper: null },
  indicators: [inventRow(), inventRow({ level2: '数量指标', level3: '维护设备台数', target: '≥12台' })],
  schedule: [{ period: '2021年1月-12月', content: '设备维护', line: null }],
})

const withField = (key: string, text: string) => inventForm({ ...FILLED, fields: { ...FILLED.fields, [key]: text } })

export const FILLING_EXAMPLES: readonly LintExample[] = [
  {
    code: 'field-missing',
    story: '项目概况 is left blank; a blank optional field is not missed',
    where: 'fields.项目概况',
    template: SHEET,
    form: withField('项目概况', ' '),
    nearMiss: FILLED,
  },
  {
    code: 'submission-field-missing',
    story: 'nobody has signed',
    where: 'fields.填表人',
    template: SHEET,
    form: withField('填表人', ''),
    nearMiss: FILLED,
  },
  {
    code: 'choice-missing',
    story: 'no category is ticked',
    where: 'fields.项目类别',
    template: SHEET,
    form: withField('项目类别', ''),
    nearMiss: FILLED,
  },
  {
    code: 'choice-several',
    story: 'two categories are ticked',
    where: 'fields.项目类别',
    template: SHEET,
    form: withField('项目类别', '一次性项目、经常性项目'),
    nearMiss: FILLED,
  },
  {
    code: 'choice-not-offered',
    story: 'a category is written that the sheet does not offer',
    where: 'fields.项目类别',
    template: SHEET,
    form: withField('项目类别', '重点项目'),
    nearMiss: FILLED,
  },
  {
    code: 'amount-missing',
    story: 'no amount at all is given; a blank source beside a filled one is zero',
    where: 'money.own',
    template: SHEET,
    form: inventForm({ ...FILLED, money: { yearBudget: decimal('12000'), own: null, upper: null } }),
    nearMiss: FILLED,
  },
  {
    code: 'money-unit-missing',
    story: 'amounts stand on a form without a unit',
    where: 'moneyUnit',
    form: inventForm({ moneyUnit: null, money: { yearBudget: decimal('100') } }),
    nearMiss: inventForm({ moneyUnit: null, money: { yearBudget: null } }),
  },
  {
    code: 'reader-doubt',
    story: 'the reader moved a shifted row back',
    where: 'indicators[0].level2',
    form: inventForm({
      indicators: [inventRow({ doubts: [{ code: 'row-shifted', field: 'level2', parameters: {} }] })],
    }),
    nearMiss: inventForm(),
  },
  {
    code: 'indicators-missing',
    story: 'every row of the sheet is still blank; a review sheet has none',
    where: 'indicators',
    form: inventForm({ indicators: [inventRow({ level3: '', target: '' })] }),
    nearMiss: inventForm({ stage: 'review', indicators: [] }),
  },
  {
    code: 'dimension-without-row',
    story: 'the 数量 branch of the sheet has no row',
    where: 'indicators',
    template: SHEET,
    form: inventForm({ ...FILLED, indicators: [inventRow()] }),
    nearMiss: FILLED,
  },
  {
    code: 'schedule-missing',
    story: 'the schedule is blank',
    where: 'schedule',
    template: SHEET,
    form: inventForm({ ...FILLED, schedule: [] }),
    nearMiss: FILLED,
  },
]
