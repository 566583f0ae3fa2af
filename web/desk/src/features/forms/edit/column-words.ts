import type { Wording } from '@shiji/kernel/wording'

/** Heads of columns whose sheet prints none of its own. */
export const COLUMN_WORDS: Readonly<Record<string, Wording>> = {
  level1: { zh: '一级指标', en: 'Level 1' },
  level2: { zh: '二级指标', en: 'Level 2' },
  level3: { zh: '三级指标', en: 'Indicator' },
  target: { zh: '指标值', en: 'Target' },
  remark: { zh: '备注', en: 'Remark' },
  weight: { zh: '分值', en: 'Weight' },
  actual: { zh: '实际完成值', en: 'Actual' },
  score: { zh: '得分', en: 'Score' },
  reason: { zh: '偏差原因及改进措施', en: 'Reason and remedy' },
  project: { zh: '项目名称', en: 'Project' },
  content: { zh: '内容', en: 'Content' },
  item: { zh: '明细', en: 'Item' },
  amount: { zh: '金额', en: 'Amount' },
  amountText: { zh: '金额（原文）', en: 'Amount as printed' },
  unitPrice: { zh: '单价', en: 'Unit price' },
  unitPriceBasis: { zh: '单价依据', en: 'Basis of the price' },
  quantity: { zh: '数量', en: 'Quantity' },
  quantityBasis: { zh: '数量依据', en: 'Basis of the quantity' },
  name: { zh: '子项目', en: 'Sub-project' },
  category: { zh: '制度类别', en: 'Kind of rule' },
  document: { zh: '文件名称', en: 'Document' },
  measure: { zh: '具体措施', en: 'Measure' },
  period: { zh: '时间', en: 'Time' },
  year: { zh: '年度', en: 'Year' },
  opinion: { zh: '意见', en: 'Opinion' },
  reviewer: { zh: '审核方', en: 'Reviewer' },
  signer: { zh: '签字人', en: 'Signed by' },
  date: { zh: '日期', en: 'Date' },
  indicator: { zh: '绩效指标', en: 'Indicator' },
  originalTarget: { zh: '原指标值', en: 'Original target' },
  revisedTarget: { zh: '修订后指标值', en: 'Revised target' },
  explanation: { zh: '修订说明', en: 'Explanation' },
}

export const PROPERTY_WORDS = {
  project: { zh: '项目名称', en: 'Project' },
  unit: { zh: '填报单位', en: 'Unit' },
  year: { zh: '年度', en: 'Year' },
  moneyUnit: { zh: '金额单位', en: 'Unit of money' },
} as const satisfies Readonly<Record<string, Wording>>
