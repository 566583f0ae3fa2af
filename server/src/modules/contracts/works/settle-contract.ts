import type { ContractId } from '@shiji/contract/contracts'
import { decimal } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Input = { readonly id: ContractId; readonly settledOn: string; readonly amount: string }

export async function settleContract(context: Context, { id, settledOn, amount }: Input) {
  requirePermission(context, 'contracts.write')
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, context.actor, id)) ?? refuse('not-found')
    refuseAhead(context, settledOn)
    if (contract.settledOn !== null) refuse('contract-settled')

    const settled = { settledOn, settledAmount: decimal(amount), settledAt: context.now }
    await tx.updateTable('contractsContract').set(settled).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'contracts.contract-settled', contractId: id, settledOn, amount })
    await tellContract(tx, context, { ...contract, days: [settledOn] })
    return {}
  })
}
