import { matchPayment, type OpenInstalment } from '@shiji/kernel/contracts/match-payment'
import { isZero } from '@shiji/kernel/decimal'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import type { PaymentsListed } from '#platform/payment'
import { tellContract } from '../measures/tell-contract.ts'
import { sharedPayment } from '../shared-rows.ts'
import { type Instalment, listInstalments } from './instalment-store.ts'
import { settleInstalment } from './settle-instalment.ts'

/** Payments a list brought settle the instalments they are meant for; one made against an open gate says so for good. */
export async function takeListedPayments(tx: Tx, context: Context, { projectId, ids }: PaymentsListed): Promise<void> {
  const contracts = await tx
    .selectFrom('contractsContract')
    .select(['id', 'unitId', 'projectId'])
    .where('projectId', '=', projectId)
    .forUpdate()
    .execute()
  if (contracts.length === 0 || ids.length === 0) return
  const payments = await tx
    .selectFrom(sharedPayment)
    .select(['payment.id', 'payment.paidOn', 'payment.amount', 'payment.payee', 'payment.purpose'])
    .where('payment.id', 'in', [...ids])
    .orderBy('payment.paidOn')
    .orderBy('payment.id')
    .execute()
  let open = (
    await listInstalments(
      tx,
      contracts.map(({ id }) => id),
    )
  )
    .filter(isUnpaid)
    .map(toOpen)
  for (const payment of payments) {
    const meant = matchPayment(payment, open)
    if (meant === null) continue
    const { id, name, gates, dueOn, contractId } = meant.instalment
    await settleInstalment(tx, context, { paymentId: payment.id, instalmentId: id, against: gates })
    const against = gates.map(({ code }) => code)
    const note = { did: 'contracts.instalment-paid', contractId, instalment: name, paymentId: payment.id, against }
    await recordInLedger(tx, context, note)
    const contract = contracts.find((one) => one.id === contractId)
    if (contract !== undefined) await tellContract(tx, context, { ...contract, days: [dueOn, payment.paidOn] })
    open = open.filter((one) => one !== meant)
  }
}

function isUnpaid({ payable }: Instalment): boolean {
  return isZero(payable.paid)
}

function toOpen(instalment: Instalment): OpenInstalment & { readonly instalment: Instalment } {
  const { id, name, dueOn, contractNumber, vendor, amount, payable } = instalment
  return { id, name, dueOn, contractNumber, vendor, amount, left: payable.left, instalment }
}
