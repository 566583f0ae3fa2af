import type { ContractId } from '@shiji/contract/contracts'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lockContract } from '../contract-store.ts'
import { refuseHeld } from './refuse-held.ts'
import { saveMissed } from './save-missed.ts'

export async function deductFromRecords(context: Context, { id, year }: { id: ContractId; year: number }) {
  requirePermission(context, 'contracts.write')
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, context.actor, id)) ?? refuse('not-found')
    await refuseHeld(tx, id, year)

    return saveMissed(tx, context, { contract, year })
  })
}
