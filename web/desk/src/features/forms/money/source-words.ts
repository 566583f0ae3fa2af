/** Where money comes from, as the official forms print it. */
export const SOURCE_WORDS = {
  upper: { zh: '上级资金', en: 'From above' },
  own: { zh: '本级资金', en: 'Own level' },
  lower: { zh: '下级资金', en: 'From below' },
  'carried-over': { zh: '上年结转', en: 'Carried over' },
  other: { zh: '其他资金', en: 'Other' },
} as const

export const KIND_WORDS = {
  initial: { zh: '年初预算', en: 'Initial budget' },
  adjustment: { zh: '预算调整', en: 'Adjustment' },
  appropriation: { zh: '拨款', en: 'Appropriation' },
} as const
