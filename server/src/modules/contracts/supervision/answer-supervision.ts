import type { ContractId, SupervisionId } from '@shiji/contract/contracts'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Input = {
  readonly id: ContractId
  readonly noteId: z.infer<typeof SupervisionId>
  readonly answer: string
}

export async function answerSupervision(context: Context, { id, noteId, answer }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, id)) ?? refuse('not-found')
    const note = await tx
      .selectFrom('contractsSupervision')
      .select(['day', 'answer'])
      .where('id', '=', noteId)
      .where('contractId', '=', id)
      .executeTakeFirst()
    if (note === undefined) return refuse('not-found')
    if (note.answer !== null) refuse('answered-before')

    await tx
      .updateTable('contractsSupervision')
      .set({ answer, answeredAt: now, answeredBy: actor.personId })
      .where('id', '=', noteId)
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.supervision-answered', contractId: id, noteId, answer })
    await tellContract(tx, context, { ...contract, days: [note.day] })
    return {}
  })
}
