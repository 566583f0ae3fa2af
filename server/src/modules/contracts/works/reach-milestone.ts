import type { ContractId, MilestoneId } from '@shiji/contract/contracts'
import type { DocumentId } from '@shiji/contract/documents'
import type { z } from 'zod'
import { findDocument } from '#modules/documents'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'

type Input = {
  readonly id: ContractId
  readonly milestoneId: z.infer<typeof MilestoneId>
  readonly doneOn: string
  readonly note: string
  readonly documentId: DocumentId | null
}

export async function reachMilestone(context: Context, { id, milestoneId, doneOn, note, documentId }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, id)) ?? refuse('not-found')
    const milestone = await tx
      .selectFrom('contractsMilestone')
      .select(['doneOn', 'dueOn', 'name'])
      .where('id', '=', milestoneId)
      .where('contractId', '=', id)
      .executeTakeFirst()
    if (milestone === undefined) return refuse('not-found')
    if (documentId !== null && (await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    refuseAhead(context, doneOn)
    if (milestone.doneOn !== null) refuse('milestone-reached')

    const done = { doneOn, note, documentId }
    await tx
      .updateTable('contractsMilestone')
      .set({ ...done, recordedAt: now, recordedBy: actor.personId })
      .where('id', '=', milestoneId)
      .execute()
    const { name, dueOn } = milestone
    await recordInLedger(tx, context, { did: 'contracts.milestone-reached', contractId: id, name, dueOn, ...done })
    await tellContract(tx, context, { ...contract, days: [dueOn, doneOn] })
    return {}
  })
}
