import type { FormContent, IndicatorRow } from '../../form/form-content.ts'
import { inventForm, inventRow } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const ROWS: readonly Partial<IndicatorRow>[] = [
  { level3: '设备完好情况' },
  { level3: '窗口响应规范程度', target: '规范' },
  { level3: '档案整理归档工作', target: '健全、规范' },
  { level3: '服务不当造成投诉数', target: '全年≤1次' },
]
const withRows = (rows: readonly Partial<IndicatorRow>[], changes: Partial<FormContent> = {}) =>
  inventForm({ indicators: rows.map(inventRow), ...changes })
const changed = (at: number, change: Partial<IndicatorRow>) =>
  withRows(ROWS.map((row, index) => (index === at ? { ...row, ...change } : row)))
const SISTER = withRows(ROWS, { project: '白榆街道取号终端(运维)' })

const OVERVIEW = '白榆街道取号终端分布在十个社区，由街道信息中心管理并委托专业单位全年维护，保障居民正常办理业务。'
const described = (project: string, overview: string) => inventForm({ project, fields: { 项目概况: overview } })

const DECLARED = withRows([{ level1: '产出指标', level2: '质量指标', level3: '设备完好情况', target: '≥95%' }])
const revised = (indicator: string, originalTarget: string, explanation: string) =>
  inventForm({
    stage: 'revision',
    indicators: [],
    revisions: [{ indicator, originalTarget, revisedTarget: '≥90%', explanation, line: null }],
  })
const reviewedBy = (reviewer: string) =>
  inventForm({ stage: 'review', indicators: [], reviews: [{ reviewer, opinion: '', signer: '', date: '' }] })

export const SISTER_EXAMPLES: readonly LintExample[] = [
  {
    code: 'rows-of-sisters-missing',
    story: 'a form lacks a row that its sister has; a form of another kind is no measure',
    where: 'indicators',
    sisters: [SISTER],
    form: withRows(ROWS.slice(0, 3)),
    nearMiss: withRows(ROWS.slice(0, 1)),
  },
  {
    code: 'name-differs-from-sisters',
    story: 'the final 数 is missing',
    where: 'indicators[3].level3',
    sisters: [SISTER],
    form: changed(3, { level3: '服务不当造成投诉' }),
    nearMiss: changed(3, { level3: '设备故障平均修复时长', target: '≤4小时' }),
  },
  {
    code: 'grades-written-differently',
    story: 'the same grades without their comma; other grades are another promise',
    where: 'indicators[2].target',
    sisters: [SISTER],
    form: changed(2, { target: '=健全、规范' }),
    nearMiss: changed(2, { target: '完整、规范' }),
  },
  {
    code: 'overview-copied-from-sister',
    story: 'the overview describes the other project; a shared overview that names both is fine',
    where: 'fields.项目概况',
    sisters: [described('白榆街道取号终端(运维)', OVERVIEW)],
    form: described('青岚区叫号设备(运维)', OVERVIEW),
    nearMiss: described('青岚区叫号设备(运维)', `${OVERVIEW}青岚区叫号设备由区中心维护。`),
  },
  {
    code: 'foreign-subject',
    story: 'the people of the other project are asked; a row about this project may name its own',
    where: 'indicators[0].level3',
    sisters: [inventForm({ project: '白榆街道取号终端(运维)' })],
    form: withRows([{ level3: '白榆街道取号终端使用人员评价' }]),
    nearMiss: withRows([{ level3: '白榆街道取号终端使用人员评价' }], { project: '白榆街道取号终端(升级)' }),
  },
  {
    code: 'reviewer-named-differently',
    story: 'one office under two names; another office is another office',
    where: 'reviews[0].reviewer',
    sisters: [reviewedBy('区财政局业务科')],
    form: reviewedBy('区财政业务科'),
    nearMiss: reviewedBy('主管部门'),
  },
  {
    code: 'revision-indicator-unknown',
    story: 'an indicator of an older tree is revised',
    where: 'revisions[0].indicator',
    sisters: [DECLARED],
    form: revised('投入-立项-规范性', '≥95%', '设备更换。'),
    nearMiss: revised('产出指标-质量指标-设备完好情况', '≥95%', '设备更换。'),
  },
  {
    code: 'revision-original-differs',
    story: 'the original value is not the declared one',
    where: 'revisions[0].originalTarget',
    sisters: [DECLARED],
    form: revised('产出指标-质量指标-设备完好情况', '≥98%', '设备更换。'),
    nearMiss: revised('产出指标-质量指标-设备完好情况', '≥95%', '设备更换。'),
  },
  {
    code: 'revision-explanation-missing',
    story: 'a revision is not explained; a blank row of the sheet is none',
    where: 'revisions[0].explanation',
    form: revised('产出指标-质量指标-设备完好情况', '≥95%', ''),
    nearMiss: revised('', '', ''),
  },
]
