import type { AnyContractProcedure, InferSchemaInput } from '@orpc/contract'
import type { contractDeeds } from '@shiji/contract/contracts-deeds'
import type { purchases } from '@shiji/contract/contracts-purchases'
import type { FormName } from '../performance/forms.ts'

type Given<Procedure extends AnyContractProcedure> = InferSchemaInput<NonNullable<Procedure['~orpc']['inputSchema']>>
type Deeds = typeof contractDeeds
type Told<Name extends keyof Deeds, Left extends string> = Readonly<
  Omit<Given<Deeds[Name]>, 'id' | 'documentId' | Left>
>

type SignedContract = Told<'signContract', 'projectId' | 'vendorId' | 'supervisorId' | 'purchaseIds'> & {
  readonly vendor: string
  readonly supervisor?: string
}

/** What happens to a contract, told by names: ids are found on the way. */
export type ContractDeed = Preparing | Performing | Managing

type Preparing =
  | ({ readonly kind: 'vendor' } & Told<'addVendor', never>)
  | ({ readonly kind: 'licence'; readonly vendor: string } & Told<'addLicence', never>)
  | ({ readonly kind: 'plan' } & Readonly<Omit<Given<(typeof purchases)['planPurchase']>, 'projectId'>>)
  | ({ readonly kind: 'tender'; readonly year: number; readonly item: string } & Readonly<
      Omit<Given<(typeof purchases)['recordTender']>, 'id' | 'documentId'>
    >)
  | ({ readonly kind: 'sign' } & SignedContract)

export type Performing =
  | ({ readonly kind: 'reach'; readonly milestone: string } & Told<'reachMilestone', 'milestoneId'>)
  | ({ readonly kind: 'deliver'; readonly item: string } & Told<'recordDelivery', 'purchaseId'>)
  | ({ readonly kind: 'install'; readonly item: string } & Told<'recordInstallation', 'deliveryId'>)
  | ({ readonly kind: 'accept'; readonly milestone: string | null } & Told<'recordAcceptance', 'milestoneId'>)
  | ({ readonly kind: 'pay-instalment'; readonly instalment: string } & Told<'payInstalment', 'instalmentId'>)

export type Managing =
  | ({ readonly kind: 'ask' } & Told<'askForChange', never>)
  | ({ readonly kind: 'judge' } & Told<'judgeChange', 'changeId'>)
  | ({ readonly kind: 'deduct' } & Told<'deductByHand', never>)
  | ({ readonly kind: 'appraise' } & Told<'holdAppraisal', never>)
  | ({ readonly kind: 'note'; readonly as: 'log' | 'instruction' | 'visa' } & Told<'noteSupervision', 'kind'>)
  | ({ readonly kind: 'answer' } & Told<'answerSupervision', 'noteId'>)
  | ({ readonly kind: 'settle' } & Told<'settleContract', never>)

/** What one person of an office enters about one contract in one sitting. */
export type Sitting = {
  readonly on: string
  /** Number of the contract; '' before there is one. */
  readonly contract: string
  /** The contact when left out. */
  readonly by?: 'project-leader' | 'supervisor'
  readonly deeds: readonly ContractDeed[]
}

/** What was done under the contracts of one declaration. */
export type ContractLife = {
  readonly form: FormName
  readonly year: number
  readonly office: string
  readonly sittings: readonly Sitting[]
}
