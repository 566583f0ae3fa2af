import type { RepeatName } from '@shiji/kernel/form/form-template'

export type RepeatKind = Exclude<RepeatName, 'indicators' | 'reviews'>

/** Head words of the repeating tables that are no indicators, by the keys of the content. */
export const REPEAT_WORDS: Readonly<Record<RepeatKind, Readonly<Record<string, readonly string[]>>>> = {
  lines: {
    project: ['项目名称'],
    content: ['项目内容', '支出内容', '费用类别'],
    item: ['项目明细', '明细项目', '支出明细'],
    amount: ['明细金额', '金额', '预算金额'],
    unitPrice: ['单价'],
    unitPriceBasis: ['依据', '单价依据'],
    quantity: ['数量'],
    quantityBasis: ['依据', '数量依据'],
    remark: ['备注'],
  },
  parts: {
    number: ['子项目序号', '序号'],
    name: ['子项目名称', '子项目', '任务名称', '主要任务', '工作任务'],
    content: ['主要内容', '任务内容', '工作内容'],
    amount: ['预算金额', '金额', '子项目金额', '预算资金', '资金安排', '涉及预算资金', '申请资金', '计划投入资金'],
  },
  safeguards: {
    category: ['制度保障', '制度类别'],
    document: ['文件名称', '制度名称'],
    measure: ['具体措施'],
    phases: ['保障阶段'],
  },
  schedule: {
    period: ['起止时间', '开始时间', '时间安排'],
    end: ['完成时间', '结束时间'],
    content: ['项目实施内容', '实施内容', '项目实施进度内容'],
    remark: ['备注'],
  },
  priorEvaluations: {
    year: ['前三年度', '年度'],
    score: ['财政重点评价得分', '重点评价得分'],
    opinion: ['财政重点评价意见', '重点评价意见'],
  },
  revisions: {
    indicator: ['指标名称'],
    originalTarget: ['原指标值'],
    revisedTarget: ['修订后指标值', '调整后指标值'],
    explanation: ['修订说明', '调整说明'],
  },
}

/** Columns without which a row is not the head of such a table. */
export const REPEAT_NEEDS: Readonly<Record<RepeatKind, readonly string[]>> = {
  lines: ['item', 'amount', 'unitPrice'],
  parts: ['name', 'amount'],
  safeguards: ['document', 'measure'],
  schedule: ['period', 'content'],
  priorEvaluations: ['score', 'opinion'],
  revisions: ['indicator', 'originalTarget', 'revisedTarget'],
}
