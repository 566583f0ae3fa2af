import { FormTemplate } from '@shiji/kernel/form/form-template'

/** A sheet small enough to read in a test. */
export const smallTemplate: FormTemplate = FormTemplate.parse({
  id: 'CN-TEST',
  edition: '2020',
  name: { zh: '申报表', en: 'Declaration' },
  place: 'cn',
  stage: 'declaration',
  validFrom: '2020-01-01',
  validTo: null,
  moneyUnit: '元',
  titles: ['申报表'],
  tree: [],
  fields: [
    { key: '项目名称', labels: ['项目名称'], kind: 'text', required: 'practice', keptAs: 'project' },
    { key: '项目概况', labels: ['项目概况'], kind: 'long-text', required: 'practice' },
    { key: '项目总目标', labels: ['项目总目标'], kind: 'long-text', required: 'practice' },
  ],
  money: [
    { key: 'yearBudget', labels: ['当年预算'], required: 'practice' },
    { key: 'fiscal', labels: ['财政拨款'], required: 'computed' },
    { key: 'otherFunds', labels: ['其他资金'], required: 'practice' },
    { key: 'linesTotal', labels: ['金额合计'], required: 'computed' },
  ],
  columns: {
    indicators: { level1: ['一级目标'], level3: ['三级目标'], target: ['目标值'] },
    lines: { item: ['项目明细'], amount: ['明细金额'] },
    safeguards: { category: ['制度保障'], 'phases.实施阶段': ['实施阶段'] },
  },
  checks: [
    { id: 'year-budget-sum', kind: 'sum', total: 'money.yearBudget', of: ['money.fiscal', 'money.otherFunds'] },
    { id: 'lines-total', kind: 'column-sum', total: 'money.linesTotal', rows: 'lines', column: 'amount' },
  ],
  page: { widthMm: 210, heightMm: 297, marginsMm: { top: 20, right: 20, bottom: 20, left: 20 } },
  styles: {},
  blocks: [{ kind: 'page-break' }],
})
