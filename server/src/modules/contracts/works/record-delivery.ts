import { type ContractId, DeliveryId, type PurchaseId } from '@shiji/contract/contracts'
import type { DocumentId } from '@shiji/contract/documents'
import { decimal } from '@shiji/kernel/decimal'
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
  readonly purchaseId: z.infer<typeof PurchaseId>
  readonly deliveredOn: string
  readonly quantity: string
  readonly noteNumber: string
  readonly documentId: DocumentId | null
}

export async function recordDelivery(context: Context, { id, documentId, quantity, ...delivery }: Input) {
  requirePermission(context, 'contracts.write')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, actor, id)) ?? refuse('not-found')
    const line = await tx
      .selectFrom('contractsPurchase')
      .select('dueOn')
      .where('id', '=', delivery.purchaseId)
      .where('contractId', '=', id)
      .executeTakeFirst()
    if (line === undefined) return refuse('not-found')
    if (documentId !== null && (await findDocument(tx, actor, documentId)) === undefined) refuse('not-found')
    refuseAhead(context, delivery.deliveredOn)

    const row = { ...delivery, id: context.newId(), quantity: decimal(quantity), documentId }
    await tx
      .insertInto('contractsDelivery')
      .values({ ...row, installedAt: '', recordedAt: now, recordedBy: actor.personId })
      .execute()
    await recordInLedger(tx, context, { did: 'contracts.delivery-recorded', contractId: id, ...row })
    await tellContract(tx, context, { ...contract, days: [line.dueOn, delivery.deliveredOn] })
    return { id: DeliveryId.parse(row.id) }
  })
}
