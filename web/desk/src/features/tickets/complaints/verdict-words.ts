/** What a second person found of a complaint. */
export const VERDICT_WORDS = {
  service: { zh: '服务造成', en: 'caused by the service' },
  other: { zh: '其他原因', en: 'another cause' },
  unfounded: { zh: '不成立', en: 'unfounded' },
} as const
