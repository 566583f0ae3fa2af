/** How something is bought, by the law on government procurement. */
export const METHOD_WORDS = {
  'open-tender': { zh: '公开招标', en: 'Open tender' },
  'invited-tender': { zh: '邀请招标', en: 'Invited tender' },
  negotiation: { zh: '竞争性谈判', en: 'Competitive negotiation' },
  consultation: { zh: '竞争性磋商', en: 'Competitive consultation' },
  inquiry: { zh: '询价', en: 'Inquiry' },
  'single-source': { zh: '单一来源', en: 'Single source' },
  'below-limit': { zh: '限额以下自行采购', en: 'Below the limit' },
} as const
