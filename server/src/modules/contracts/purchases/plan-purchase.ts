import { PurchaseId, type PurchaseMethod } from '@shiji/contract/contracts'
import type { ProjectId } from '@shiji/contract/performance'
import { decimal } from '@shiji/kernel/decimal'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { tellContract } from '../measures/tell-contract.ts'
import { findSharedProject } from '../shared-rows.ts'

type Input = {
  readonly projectId: ProjectId
  readonly year: number
  readonly item: string
  readonly quantity: string
  readonly unitWord: string
  readonly estimate: string
  readonly method: z.infer<typeof PurchaseMethod>
  readonly dueOn: string
}

export async function planPurchase(context: Context, { projectId, quantity, estimate, ...line }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const { unitId } = (await findSharedProject(tx, actor, projectId)) ?? refuse('not-found')

    const id = context.newId()
    const row = { id, projectId, unitId, quantity: decimal(quantity), estimate: decimal(estimate), ...line }
    await tx
      .insertInto('contractsPurchase')
      .values({ ...row, madeAt: now, madeBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.purchase-planned', ...row })
    await tellContract(tx, context, { unitId, projectId, days: [line.dueOn] })
    return { id: PurchaseId.parse(id) }
  })
}
