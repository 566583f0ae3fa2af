import type { ContractId } from '@shiji/contract/contracts'
import { decimal } from '@shiji/kernel/decimal'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockContract } from '../contract-store.ts'
import { refuseHeld } from './refuse-held.ts'

type Input = { readonly id: ContractId; readonly year: number; readonly points: string; readonly reason: string }

export async function deductByHand(context: Context, { id: contractId, year, points, reason }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    if ((await lockContract(tx, actor, contractId)) === undefined) refuse('not-found')
    await refuseHeld(tx, contractId, year)

    const row = { id: context.newId(), contractId, year, points: decimal(points), reason }
    await tx
      .insertInto('contractsDeduction')
      .values({ ...row, recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.points-deducted', ...row })
    return {}
  })
}
