import { z } from 'zod'
import type { Wording } from '../wording.ts'

/** 制度 · 应急预案 · 标准规范 · 资质证书 · 其他. */
export const RegulationKind = z.enum(['rule', 'plan', 'standard', 'licence', 'other'])
export type RegulationKind = z.infer<typeof RegulationKind>

export const REGULATION_KIND_WORDS: Readonly<Record<RegulationKind, Wording>> = {
  rule: { zh: '管理制度', en: 'rule' },
  plan: { zh: '应急预案', en: 'emergency plan' },
  standard: { zh: '标准规范', en: 'standard' },
  licence: { zh: '资质证书', en: 'licence' },
  other: { zh: '其他', en: 'other' },
}

/** Where a document of the institution stands on a day; what runs out or wants a look soon says so before. */
export const RegulationState = z.enum(['ahead', 'in-force', 'lapses-soon', 'review-due', 'lapsed', 'repealed'])
export type RegulationState = z.infer<typeof RegulationState>
