import type { OpenGate } from '@shiji/kernel/contracts/payment-gate'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'

type Settlement = {
  readonly paymentId: string
  readonly instalmentId: string
  /** What was open when a list brought a payment that was made all the same. */
  readonly against: readonly OpenGate[]
}

export async function settleInstalment(tx: Tx, context: Context, settlement: Settlement): Promise<void> {
  const { paymentId, instalmentId, against } = settlement
  await tx
    .insertInto('contractsPayment')
    .values({
      paymentId,
      instalmentId,
      openGates: JSON.stringify(against),
      settledAt: context.now,
      settledBy: context.actor.kind === 'person' ? context.actor.personId : null,
    })
    .execute()
}
