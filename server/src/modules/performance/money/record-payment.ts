import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import type { PaymentRecorded } from '#platform/payment'
import { saveRecorded } from './recorded-store.ts'
import { tellMoney } from './tell-money.ts'

/** What was paid under a contract is money of its project, whoever recorded it first. */
export async function recordPayment(tx: Tx, context: Context, payment: PaymentRecorded): Promise<void> {
  const { actor, now } = context
  await saveRecorded(tx, payment, { recordedAt: now, recordedBy: actor.kind === 'person' ? actor.personId : null })
  await recordInLedger(tx, context, { did: 'performance.payment-recorded', ...payment })
  await tellMoney(tx, context, { projectId: payment.projectId, days: [payment.paidOn] })
}
