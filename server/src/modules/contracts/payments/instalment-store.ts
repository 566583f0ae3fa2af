import { type Payable, payableOf } from '@shiji/kernel/contracts/payable'
import { type GateState, type OpenGate, openGates } from '@shiji/kernel/contracts/payment-gate'
import { type Decimal, ZERO } from '@shiji/kernel/decimal'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'
import { sharedPayment } from '../shared-rows.ts'

export type Instalment = {
  readonly id: string
  readonly contractId: string
  readonly name: string
  readonly amount: Decimal
  readonly dueOn: string
  readonly milestone: string | null
  readonly needsAcceptance: boolean
  readonly appraisalYear: number | null
  readonly contractNumber: string
  readonly vendor: string
  readonly gates: readonly OpenGate[]
  readonly payable: Payable
}

/** The instalments of contracts with what keeps them from being paid, in the order of the contracts. */
export async function listInstalments(reader: Reader, contractIds: readonly string[]): Promise<Instalment[]> {
  if (contractIds.length === 0) return []
  const rows = await reader
    .selectFrom('contractsInstalment as instalment')
    .innerJoin('contractsContract as contract', 'contract.id', 'instalment.contractId')
    .innerJoin('contractsVendor as vendor', 'vendor.id', 'contract.vendorId')
    .leftJoin('contractsMilestone as milestone', 'milestone.id', 'instalment.milestoneId')
    .leftJoin('contractsAppraisal as appraisal', (join) =>
      join
        .onRef('appraisal.contractId', '=', 'instalment.contractId')
        .onRef('appraisal.year', '=', 'instalment.appraisalYear'),
    )
    .select(['instalment.id', 'instalment.contractId', 'instalment.name', 'instalment.amount', 'instalment.dueOn'])
    .select(['instalment.needsAcceptance', 'instalment.appraisalYear', 'milestone.name as milestone'])
    .select(['milestone.doneOn', 'contract.number as contractNumber', 'contract.pointValue', 'vendor.name as vendor'])
    .select(['appraisal.passed as appraised', 'appraisal.points'])
    .select([LAST_ACCEPTANCE.as('accepted'), PAID.as('paid')])
    .where('instalment.contractId', 'in', [...contractIds])
    .orderBy('instalment.contractId')
    .orderBy('instalment.position')
    .execute()
  return rows.map(({ doneOn, appraised, accepted, points, pointValue, paid, ...row }) => ({
    ...row,
    gates: openGates({
      milestone: row.milestone === null ? null : { name: row.milestone, isDone: doneOn !== null },
      acceptance: row.needsAcceptance ? stateOf(accepted) : null,
      appraisal: row.appraisalYear === null ? null : { year: row.appraisalYear, state: stateOf(appraised) },
    }),
    payable: payableOf({ amount: row.amount, paid: [paid], points: points ?? ZERO, pointValue }),
  }))
}

/** The last sheet of its milestone, or of the contract when none names the milestone. */
const LAST_ACCEPTANCE = sql<boolean | null>`(
  select sheet.passed from contracts_acceptance sheet
   where sheet.contract_id = instalment.contract_id
   order by (sheet.milestone_id is not distinct from instalment.milestone_id) desc, sheet.accepted_on desc,
            sheet.recorded_at desc, sheet.id desc
   limit 1)`

const PAID = sql<Decimal>`(
  select coalesce(sum(paid.amount), 0) from contracts_payment settled
    join shared_payment paid on paid.id = settled.payment_id
   where settled.instalment_id = instalment.id)`

function stateOf(passed: boolean | null): GateState {
  if (passed === null) return 'missing'
  return passed ? 'passed' : 'failed'
}

/** The payments of instalments, oldest first. */
export async function listPaymentsOf(reader: Reader, contractId: string) {
  const rows = await reader
    .selectFrom('contractsPayment as settled')
    .innerJoin('contractsInstalment as instalment', 'instalment.id', 'settled.instalmentId')
    .innerJoin(sharedPayment, 'payment.id', 'settled.paymentId')
    .select(['settled.instalmentId', 'settled.openGates'])
    .select(['payment.paidOn', 'payment.amount', 'payment.voucher', 'payment.listedAt'])
    .where('instalment.contractId', '=', contractId)
    .orderBy('payment.paidOn')
    .orderBy('payment.id')
    .execute()
  return rows.map(({ openGates: against, listedAt, ...row }) => {
    return { ...row, isListed: listedAt !== null, against: against as OpenGate[] }
  })
}
