import type { ContractId, DeliveryId } from '@shiji/contract/contracts'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { lockContract } from '../contract-store.ts'

type Input = {
  readonly id: ContractId
  readonly deliveryId: z.infer<typeof DeliveryId>
  readonly installedOn: string
  readonly installedAt: string
}

export async function recordInstallation(context: Context, { id, deliveryId, ...installed }: Input) {
  requirePermission(context, 'contracts.write')
  return inTransaction(context.db, async (tx) => {
    if ((await lockContract(tx, context.actor, id)) === undefined) refuse('not-found')
    const delivery = await tx
      .selectFrom('contractsDelivery as delivery')
      .innerJoin('contractsPurchase as purchase', 'purchase.id', 'delivery.purchaseId')
      .select('delivery.deliveredOn')
      .where('delivery.id', '=', deliveryId)
      .where('purchase.contractId', '=', id)
      .executeTakeFirst()
    if (delivery === undefined) return refuse('not-found')
    refuseAhead(context, installed.installedOn)
    if (installed.installedOn < delivery.deliveredOn) refuse('span-reversed')

    await tx.updateTable('contractsDelivery').set(installed).where('id', '=', deliveryId).execute()
    const note = { did: 'contracts.installation-recorded', contractId: id, deliveryId, ...installed }
    await recordInLedger(tx, context, note)
    return {}
  })
}
