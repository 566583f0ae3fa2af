import type { FormStage } from '@shiji/kernel/form/form-content'
import type { Wording } from '@shiji/kernel/wording'

export const STAGE_WORDS = {
  declaration: { zh: '申报', en: 'Declaration' },
  review: { zh: '审核', en: 'Review' },
  revision: { zh: '修订', en: 'Revision' },
  monitoring: { zh: '监控', en: 'Monitoring' },
  'self-evaluation': { zh: '自评', en: 'Self-evaluation' },
} as const satisfies Readonly<Record<FormStage, Wording>>
