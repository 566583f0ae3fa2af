import { inventForm, inventRow, inventSafeguard } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const OVERVIEW =
  '青岚区政务服务大厅叫号设备覆盖街道、社区和开发区的全部服务窗口，该设备支持取号、叫号和评价功能，通过数据共享提升窗口服务的智能化程度。'
const NARROWER =
  '青岚区政务服务大厅叫号设备覆盖街道和开发区的全部服务窗口，该设备支持取号、叫号和评价功能，通过数据共享提升窗口服务的智能化程度。'

const written = (fields: Readonly<Record<string, string>>, more = {}) => inventForm({ fields, ...more })

export const CONTENT_EXAMPLES: readonly LintExample[] = [
  {
    code: 'text-truncated',
    story: 'a text stops inside a word; a list of documents ends with its bracket',
    where: 'fields.项目实施计划',
    form: written({ 项目实施计划: '全年根据运维管理方案开展巡检和故障处理，年底组织考核，在财务管' }),
    nearMiss: written({ 项目实施计划: '全年实施，依据以下文件：《青岚区信息化项目管理办法》《青岚区财务管理规定》' }),
  },
  {
    code: 'text-repeated',
    story: 'the goal is a sentence of the overview',
    where: 'fields.年度绩效目标',
    form: written({ 项目概况: `全年维护。\n${OVERVIEW}`, 年度绩效目标: OVERVIEW }),
    nearMiss: written({ 项目概况: OVERVIEW, 年度绩效目标: '全年设备完好率达到95%，群众等候时间不超过10分钟。' }),
  },
  {
    code: 'text-nearly-repeated',
    story: 'the goal is the overview without 社区',
    where: 'fields.项目总目标',
    form: written({ 项目概况: OVERVIEW, 项目总目标: NARROWER }),
    nearMiss: written({ 项目概况: OVERVIEW, 项目总目标: '设备稳定运行，窗口服务更加便捷，群众等候时间进一步缩短。' }),
  },
  {
    code: 'goal-object-unknown',
    story: 'the goal speaks of 供配电 on an air-conditioning project',
    where: 'fields.项目总目标',
    form: written({ 项目概况: '更换全部机房空调设备。', 项目总目标: '更新设备，确保供配电系统稳定。' }),
    nearMiss: written({ 项目概况: '更换空调并检修供配电线路。', 项目总目标: '更新设备，确保供配电系统稳定。' }),
  },
  {
    code: 'document-misfits-category',
    story: 'an inspection report stands for a rule; a rule about reports is a rule',
    where: 'safeguards[0].document',
    form: inventForm({ safeguards: [inventSafeguard({ category: '预算管理制度', document: '巡检报告' })] }),
    nearMiss: inventForm({ safeguards: [inventSafeguard({ document: '巡检报告管理办法' })] }),
  },
  {
    code: 'safeguard-phase-missing',
    story: 'no phase is ticked',
    where: 'safeguards[0].phases',
    form: inventForm({ safeguards: [inventSafeguard({ phases: { 立项和计划阶段: false, 实施阶段: null } })] }),
    nearMiss: inventForm({ safeguards: [inventSafeguard({ phases: {} })] }),
  },
  {
    code: 'safeguard-document-missing',
    story: 'a safeguard names no document',
    where: 'safeguards[0].document',
    form: inventForm({ safeguards: [inventSafeguard({ document: '' })] }),
    nearMiss: inventForm({ safeguards: [inventSafeguard()] }),
  },
  {
    code: 'promise-without-indicator',
    story: 'a half-yearly inspection is promised and no row counts it',
    where: 'safeguards[0].measure',
    form: inventForm({ safeguards: [inventSafeguard({ measure: '每半年对设备进行完全巡检。' })] }),
    nearMiss: inventForm({
      safeguards: [inventSafeguard({ measure: '每半年对设备进行完全巡检。' })],
      indicators: [inventRow({ level2: '数量指标', level3: '完全巡检次数', target: '≥2次' })],
    }),
  },
  {
    code: 'goal-target-differs',
    story: 'the goal promises more than 99.9 %, the row 100 %',
    where: 'indicators[0].target',
    form: written(
      { 年度绩效目标: '保障叫号平台高峰时段正常运行，可用性高于99.9%。' },
      { indicators: [inventRow({ level3: '叫号平台高峰时段可用性', target: '100%' })] },
    ),
    nearMiss: written(
      { 年度绩效目标: '保障叫号平台高峰时段正常运行，可用性高于99.9%。' },
      { indicators: [inventRow({ level3: '叫号平台高峰时段可用性', target: '≥99.90%' })] },
    ),
  },
  {
    code: 'procurement-denied',
    story: 'the work is tendered and the form says no',
    where: 'fields.是否含有政府购买服务',
    form: written({ 是否含有政府购买服务: '否', 立项依据: '通过招标确定维护单位。' }),
    nearMiss: written({ 是否含有政府购买服务: '否', 立项依据: '由本单位人员自行维护。' }),
  },
  {
    code: 'performance-type-misfit',
    story: 'operations are filed as construction',
    where: 'fields.绩效类型',
    form: written({ 绩效类型: '信息化建设工程类' }),
    nearMiss: written({ 绩效类型: '信息化建设工程类' }, { project: '青岚区叫号平台(2021新建)' }),
  },
  {
    code: 'row-misfits-project',
    story: 'an upgrade carries an operations row',
    where: 'indicators[0].level3',
    form: inventForm({
      project: '叫号设备升级改造',
      indicators: [inventRow({ level3: '系统运维规范性', target: '规范' })],
    }),
    nearMiss: inventForm({
      project: '叫号设备运维',
      indicators: [inventRow({ level3: '系统运维规范性', target: '规范' })],
    }),
  },
]
