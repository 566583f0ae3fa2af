import type { Proof } from '@shiji/kernel/reevaluation/proof-share'
import type { Wording } from '@shiji/kernel/wording'

export const PROOF_WORDS = {
  machine: { zh: '记录证明', en: 'By records' },
  document: { zh: '材料证明', en: 'By material' },
  asserted: { zh: '单位自述', en: 'Stated' },
  unproved: { zh: '未证明', en: 'Not proved' },
} as const satisfies Readonly<Record<Proof, Wording>>
