import type { Lifecycle } from '../lifecycle.ts'

/** Where the promise of a project and year stands. From `approved` on the declaration is frozen. */
export type DeclarationState =
  | 'draft'
  | 'submitted'
  | 'in-review'
  | 'returned'
  | 'rejected'
  | 'approved'
  | 'revised'
  | 'monitored'
  | 'self-evaluated'
  | 're-evaluated'
  | 'archived'

/** What moves it: 提交 撤回 审核 退回 批复 驳回 修订 监控 自评 复核 归档. */
export type Deed =
  | 'submit'
  | 'withdraw'
  | 'review'
  | 'return'
  | 'approve'
  | 'reject'
  | 'revise'
  | 'monitor'
  | 'self-evaluate'
  | 're-evaluate'
  | 'archive'

const REVIEWED = { review: 'in-review', return: 'returned', approve: 'approved', reject: 'rejected' } as const
const IN_FORCE = { revise: 'revised', monitor: 'monitored', 'self-evaluate': 'self-evaluated' } as const

/** rules.md §3.2, in the order of the year. */
const LIFE: Readonly<Record<DeclarationState, Readonly<Partial<Record<Deed, DeclarationState>>>>> = {
  draft: { submit: 'submitted' },
  submitted: { withdraw: 'draft', ...REVIEWED },
  'in-review': REVIEWED,
  returned: { submit: 'submitted' },
  rejected: {},
  approved: IN_FORCE,
  revised: IN_FORCE,
  monitored: IN_FORCE,
  'self-evaluated': { 'self-evaluate': 'self-evaluated', 're-evaluate': 're-evaluated', archive: 'archived' },
  're-evaluated': { 're-evaluate': 're-evaluated', archive: 'archived' },
  archived: {},
}

/** The table of states alone, for drawing the life and proving every state can be reached. */
export const DECLARATION: Lifecycle<DeclarationState> = Object.fromEntries(
  Object.entries(LIFE).map(([state, deeds]) => [state, [...new Set(Object.values(deeds))]]),
) as unknown as Lifecycle<DeclarationState>

/** The state after the deed; null when it may not be done now. */
export function stateAfter(state: DeclarationState, deed: Deed): DeclarationState | null {
  return LIFE[state][deed] ?? null
}

/** What may be done now, in the order of the year. */
export function deedsOf(state: DeclarationState): Deed[] {
  return Object.keys(LIFE[state]) as Deed[]
}

/** Why a cell may not change: reviewers have it, it is approved, it was turned down, it is archived. */
export type Locked = 'under-review' | 'frozen' | 'rejected' | 'archived'

/** Addresses that belong to the reviewers and are filled while the declaration lies with them. */
const REVIEWERS_CELLS = /^(?:reviews|priorEvaluations)\b/

/**
 * Whether a cell of the declaration may change in this state; null when it may. rules.md §3.2: the approved goal is
 * frozen, and any later change is a revision.
 */
export function lockOf(state: DeclarationState, where: string): Locked | null {
  switch (state) {
    case 'draft':
    case 'returned':
      return null
    case 'submitted':
    case 'in-review':
      return REVIEWERS_CELLS.test(where) ? null : 'under-review'
    case 'rejected':
      return 'rejected'
    case 'approved':
    case 'revised':
    case 'monitored':
    case 'self-evaluated':
    case 're-evaluated':
      return 'frozen'
    case 'archived':
      return 'archived'
  }
}

/** Whether an approved promise stands that can be monitored and evaluated. */
export function isInForce(state: DeclarationState): boolean {
  return 'monitor' in LIFE[state]
}
