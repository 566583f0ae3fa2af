import type { Wording } from '@shiji/kernel/wording'

/** The sheets of a promise, as the glossary names them. */
export const SHEETS = {
  declaration: { zh: '申报表', en: 'declaration' },
  review: { zh: '审核表', en: 'review' },
  revision: { zh: '修订申报表', en: 'revision' },
  monitoring: { zh: '监控表', en: 'monitoring' },
  'self-evaluation': { zh: '自评表', en: 'self-evaluation' },
} as const satisfies Readonly<Record<string, Wording>>
