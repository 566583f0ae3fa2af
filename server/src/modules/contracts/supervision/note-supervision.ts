import { type ContractId, SupervisionId } from '@shiji/contract/contracts'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContractAtHand } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Input = {
  readonly id: ContractId
  readonly kind: 'log' | 'instruction' | 'visa'
  readonly day: string
  readonly what: string
  readonly answerDueOn: string | null
}

export async function noteSupervision(context: Context, { id: contractId, ...note }: Input) {
  requirePermission(context, 'contracts.supervise')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContractAtHand(tx, actor, contractId)) ?? refuse('not-found')
    refuseAhead(context, note.day)

    const row = { id: context.newId(), contractId, ...note }
    await tx
      .insertInto('contractsSupervision')
      .values({ ...row, recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.supervision-noted', ...row })
    await tellContract(tx, context, { ...contract, days: [note.day] })
    return { id: SupervisionId.parse(row.id) }
  })
}
