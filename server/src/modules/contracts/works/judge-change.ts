import type { ChangeOrderId, ContractId } from '@shiji/contract/contracts'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Input = {
  readonly id: ContractId
  readonly changeId: z.infer<typeof ChangeOrderId>
  readonly verdict: 'approved' | 'rejected'
  readonly opinion: string
}

/** A second person decides; an approved change moves the amount and the end of the contract. */
export async function judgeChange(context: Context, { id, changeId, verdict, opinion }: Input) {
  requirePermission(context, 'contracts.confirm')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, id)) ?? refuse('not-found')
    const change = await tx
      .selectFrom('contractsChange')
      .selectAll()
      .where('id', '=', changeId)
      .where('contractId', '=', id)
      .executeTakeFirst()
    if (change === undefined) return refuse('not-found')
    if (change.verdict !== null) refuse('change-judged')
    if (change.askedBy === actor.personId) refuse('second-person-needed')

    const judged = { verdict, opinion, judgedAt: now, judgedBy: actor.personId }
    await tx.updateTable('contractsChange').set(judged).where('id', '=', changeId).execute()
    if (verdict === 'approved' && change.endsOn !== null)
      await tx.updateTable('contractsContract').set({ endsOn: change.endsOn }).where('id', '=', id).execute()
    const note = { did: 'contracts.change-judged', contractId: id, changeId, number: change.number, verdict, opinion }
    await recordInLedger(tx, context, note)
    const days = [change.askedOn, contract.endsOn, ...(change.endsOn === null ? [] : [change.endsOn])]
    await tellContract(tx, context, { ...contract, days })
    return {}
  })
}
