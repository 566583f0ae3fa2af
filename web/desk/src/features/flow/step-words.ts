/** What a step of a flow is, wherever it is listed or drawn. */
export const KIND_WORDS = {
  start: { zh: '发起', en: 'Start' },
  approve: { zh: '审批', en: 'Sign' },
  branch: { zh: '条件', en: 'Condition' },
  split: { zh: '并行', en: 'In parallel' },
  join: { zh: '汇合', en: 'Meet again' },
  copy: { zh: '抄送', en: 'Copy' },
  end: { zh: '结束', en: 'End' },
} as const

export const NEW_STEP = { zh: '新环节', en: 'new step' }
