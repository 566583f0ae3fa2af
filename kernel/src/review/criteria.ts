import type { LintCode } from '../lint/lint-wording.ts'
import type { Wording } from '../wording.ts'

/** The four criteria a declaration is reviewed by. rules.md §3.3 (财预〔2015〕88号). */
export const CRITERIA = {
  completeness: { zh: '完整性', en: 'Completeness' },
  relevance: { zh: '相关性', en: 'Relevance' },
  adequacy: { zh: '适当性', en: 'Adequacy' },
  feasibility: { zh: '可行性', en: 'Feasibility' },
} as const satisfies Readonly<Record<string, Wording>>

export type Criterion = keyof typeof CRITERIA

/** Whether goals fit the duty, the text its own project, and each promise the money it is made for. */
const RELEVANCE: readonly LintCode[] = [
  'promise-without-indicator',
  'goal-target-differs',
  'goal-object-unknown',
  'document-misfits-category',
  'performance-type-misfit',
  'row-misfits-project',
  'text-repeated',
  'text-nearly-repeated',
  'foreign-subject',
  'line-project-differs',
  'part-not-described',
  'overview-item-without-part',
  'overview-copied-from-sister',
  'achievement-without-indicator',
  'row-not-applicable',
  'service-classed-as-hardware',
  'level-misfit',
  'level-not-in-tree',
]

/** Whether targets, weights and money match each other, and those of sister projects. */
const ADEQUACY: readonly LintCode[] = [
  'weight-concentrated',
  'targets-all-hundred',
  'targets-bare',
  'rate-impossible',
  'rate-at-limit',
  'zero-tolerance-rate',
  'unit-suspect',
  'equals-with-bound',
  'baseline-missing',
  'denominator-missing',
  'cost-without-amount',
  'amounts-all-equal',
  'later-year-total-equals-year',
  'new-with-last-year-money',
  'budget-unspent',
  'unit-price-repeated',
  'rows-of-sisters-missing',
  'availability-looser-than-recovery',
]

/** Whether it can be done and measured in time. */
const FEASIBILITY: readonly LintCode[] = [
  'measured-after-year',
  'dates-reversed',
  'date-unreadable',
  'date-outside-year',
  'end-before-year-end',
  'plan-months-missing',
  'plan-step-undated',
  'schedule-outside-project',
  'schedule-missing',
  'basis-expired',
  'procurement-denied',
  'speed-without-time',
  'satisfaction-not-measured',
  'safeguard-phase-missing',
  'safeguard-document-missing',
]

/** The criterion a check speaks to; what is left blank, unreadable or does not add up is a matter of completeness. */
export function criterionOf(code: LintCode): Criterion {
  if (RELEVANCE.includes(code)) return 'relevance'
  if (ADEQUACY.includes(code)) return 'adequacy'
  return FEASIBILITY.includes(code) ? 'feasibility' : 'completeness'
}
