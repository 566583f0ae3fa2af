import { type PurchaseId, PurchaseMethod, VendorId } from '@shiji/contract/contracts'
import { ProjectId } from '@shiji/contract/performance'

/** The contract as its page holds it, before it is entered. */
export type ContractDraft = {
  readonly projectId: string
  readonly vendorId: string
  readonly supervisorId?: string
  readonly number: string
  readonly name: string
  readonly method: string
  readonly termYear: number
  readonly termYears: number
  readonly amount: string
  readonly signedOn: string
  readonly startsOn: string
  readonly endsOn: string
  readonly passMark: string
  readonly pointValue: string
  readonly terms: readonly { name: string; measure: string; target: string; points: string }[]
  readonly milestones: readonly { name: string; dueOn: string }[]
  readonly instalments: readonly InstalmentDraft[]
  readonly purchaseIds: readonly PurchaseId[]
}

type InstalmentDraft = {
  readonly name: string
  readonly amount: string
  readonly dueOn: string
  /** Its place, from 1; 0 waits for none. */
  readonly milestone: number
  readonly waits: readonly ('acceptance' | 'appraisal')[]
}

export const NO_INSTALMENT: Pick<InstalmentDraft, 'milestone' | 'waits'> = { milestone: 0, waits: [] }

/** An instalment that waits for an appraisal waits for that of the year it is due in. */
export function toContract({ supervisorId, instalments, ...draft }: ContractDraft) {
  return {
    ...draft,
    projectId: ProjectId.parse(draft.projectId),
    vendorId: VendorId.parse(draft.vendorId),
    supervisorId: supervisorId === undefined ? null : VendorId.parse(supervisorId),
    method: PurchaseMethod.parse(draft.method),
    terms: [...draft.terms],
    milestones: [...draft.milestones],
    purchaseIds: [...draft.purchaseIds],
    instalments: instalments.map(({ milestone, waits, ...instalment }) => ({
      ...instalment,
      milestone: milestone === 0 ? null : milestone,
      needsAcceptance: waits.includes('acceptance'),
      appraisalYear: waits.includes('appraisal') ? Number(instalment.dueOn.slice(0, 4)) : null,
    })),
  }
}
