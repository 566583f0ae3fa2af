import type { Lifecycle } from '../lifecycle.ts'
import type { Wording } from '../wording.ts'

/** Where a self-evaluation stands on its way: written, with the desks of the place, back with the unit, accepted. */
export type SelfEvaluationState = 'draft' | 'handed-in' | 'in-review' | 'returned' | 'rejected' | 'accepted'

/** What moves it: 送审 撤回 审核 退回 通过 不予认可. */
export type SelfEvaluationDeed = 'hand-in' | 'withdraw' | 'review' | 'return' | 'accept' | 'reject'

const REVIEWED = { review: 'in-review', return: 'returned', accept: 'accepted', reject: 'rejected' } as const

const LIFE: Readonly<Record<SelfEvaluationState, Readonly<Partial<Record<SelfEvaluationDeed, SelfEvaluationState>>>>> =
  {
    draft: { 'hand-in': 'handed-in' },
    'handed-in': { withdraw: 'draft', ...REVIEWED },
    'in-review': REVIEWED,
    returned: { 'hand-in': 'handed-in' },
    rejected: { 'hand-in': 'handed-in' },
    accepted: {},
  }

/** The table of states alone, for proving that every state can be reached. */
export const SELF_EVALUATION: Lifecycle<SelfEvaluationState> = Object.fromEntries(
  Object.entries(LIFE).map(([state, deeds]) => [state, [...new Set(Object.values(deeds))]]),
) as unknown as Lifecycle<SelfEvaluationState>

/** The state after the deed; null when it may not be done now. */
export function selfEvaluationAfter(state: SelfEvaluationState, deed: SelfEvaluationDeed): SelfEvaluationState | null {
  return LIFE[state][deed] ?? null
}

/** Whether the unit has it and may change its cells; once with the desks it is closed. */
export function isWithUnit(state: SelfEvaluationState): boolean {
  return 'hand-in' in LIFE[state]
}

export const SELF_EVALUATION_STATE_WORDS: Readonly<Record<SelfEvaluationState, Wording>> = {
  draft: { zh: '草稿', en: 'draft' },
  'handed-in': { zh: '已送审', en: 'handed in' },
  'in-review': { zh: '审核中', en: 'under review' },
  returned: { zh: '已退回', en: 'returned' },
  rejected: { zh: '不予认可', en: 'not accepted' },
  accepted: { zh: '审核通过', en: 'accepted' },
}

export const SELF_EVALUATION_DEED_WORDS: Readonly<Record<SelfEvaluationDeed, Wording>> = {
  'hand-in': { zh: '自评送审', en: 'hand in' },
  withdraw: { zh: '撤回', en: 'take back' },
  review: { zh: '审核', en: 'review' },
  return: { zh: '退回', en: 'return' },
  accept: { zh: '审核通过', en: 'accept' },
  reject: { zh: '不予认可', en: 'refuse' },
}
