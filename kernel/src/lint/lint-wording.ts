import { AMOUNT_WORDING } from './wording/amount-wording.ts'
import { CONTENT_WORDING } from './wording/content-wording.ts'
import { COST_WORDING } from './wording/cost-wording.ts'
import { DATE_WORDING } from './wording/date-wording.ts'
import { EVALUATION_WORDING } from './wording/evaluation-wording.ts'
import { FILLING_WORDING } from './wording/filling-wording.ts'
import { INDICATOR_WORDING } from './wording/indicator-wording.ts'
import { SISTER_WORDING } from './wording/sister-wording.ts'
import { TARGET_WORDING } from './wording/target-wording.ts'

/** Every sentence the lint can say; a rule can only raise a code that stands here. */
export const LINT_WORDING = {
  ...FILLING_WORDING,
  ...AMOUNT_WORDING,
  ...COST_WORDING,
  ...DATE_WORDING,
  ...INDICATOR_WORDING,
  ...TARGET_WORDING,
  ...CONTENT_WORDING,
  ...EVALUATION_WORDING,
  ...SISTER_WORDING,
} as const

export type LintCode = keyof typeof LINT_WORDING
