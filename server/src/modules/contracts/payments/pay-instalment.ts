import type { ContractId, InstalmentId } from '@shiji/contract/contracts'
import { GATE_WORDS } from '@shiji/kernel/contracts/payment-gate'
import { compare, type Decimal, decimal } from '@shiji/kernel/decimal'
import { printYuan } from '@shiji/kernel/money'
import { isSamePayment } from '@shiji/kernel/payments/same-payment'
import { type Language, say } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { PAYMENT_RECORDED } from '#platform/payment'
import { refuse } from '#platform/refusal'
import { refuseAhead } from '#platform/refuse-ahead'
import { type LockedContract, lockContract } from '../contract-store.ts'
import { tellContract } from '../measures/tell-contract.ts'
import { sharedPayment } from '../shared-rows.ts'
import { type Instalment, listInstalments } from './instalment-store.ts'
import { settleInstalment } from './settle-instalment.ts'

type Input = {
  readonly id: ContractId
  readonly instalmentId: InstalmentId
  readonly paidOn: string
  readonly amount: string
  readonly voucher: string
}

/** Payment is impossible while a gate is open. The money stands once: with the payments of the project. */
export async function payInstalment(context: Context, { id, instalmentId, amount: text, ...paid }: Input) {
  requirePermission(context, 'contracts.write')
  const amount = decimal(text)
  return inTransaction(context.db, async (tx) => {
    const contract = (await lockContract(tx, context.actor, id)) ?? refuse('not-found')
    const instalment = (await listInstalments(tx, [id])).find((one) => one.id === instalmentId) ?? refuse('not-found')
    refuseAhead(context, paid.paidOn)
    refuseGated(instalment, context.language)
    const known = await findKnown(tx, contract, { ...paid, amount })
    if (known === 'settled') refuse('voucher-used', { voucher: paid.voucher })
    const { left, deducted, paid: before } = instalment.payable
    if (compare(amount, left) > 0) {
      const sums = { left: printYuan(left), deducted: printYuan(deducted), paid: printYuan(before) }
      refuse('payment-too-large', { instalment: instalment.name, ...sums })
    }

    const paymentId = known ?? context.newId()
    if (known === null) {
      const { projectId, vendorName: payee } = contract
      const purpose = `${contract.number} ${instalment.name}`
      await tell(tx, context, PAYMENT_RECORDED, { id: paymentId, projectId, ...paid, amount, payee, purpose })
    }
    await settleInstalment(tx, context, { paymentId, instalmentId, against: [] })
    const note = { did: 'contracts.instalment-paid', contractId: id, instalment: instalment.name, paymentId, amount }
    await recordInLedger(tx, context, { ...note, ...paid })
    await tellContract(tx, context, { ...contract, days: [instalment.dueOn, paid.paidOn] })
    return {}
  })
}

function refuseGated({ name, gates }: Instalment, language: Language): void {
  if (gates.length === 0) return
  const reasons = gates.map(({ code, parameters }) => say(GATE_WORDS[code], language, parameters))
  refuse('payment-gated', { instalment: name, reasons: reasons.join(language === 'zh' ? '；' : '; ') })
}

type Paid = { readonly paidOn: string; readonly amount: Decimal; readonly voucher: string }

/** The payment when a list brought it already; `settled` when it settles an instalment; null when nobody knows it. */
async function findKnown(tx: Tx, { projectId }: LockedContract, paid: Paid): Promise<string | 'settled' | null> {
  const rows = await tx
    .selectFrom(sharedPayment)
    .leftJoin('contractsPayment as settled', 'settled.paymentId', 'payment.id')
    .select(['payment.id', 'payment.paidOn', 'payment.amount', 'payment.voucher', 'settled.instalmentId'])
    .where('payment.projectId', '=', projectId)
    .where('payment.amount', '=', paid.amount)
    .orderBy('payment.paidOn')
    .orderBy('payment.id')
    .execute()
  const same = rows.filter((row) => isSamePayment(paid, row))
  const free = same.find(({ instalmentId }) => instalmentId === null)
  if (free !== undefined) return free.id
  return same.some(({ voucher }) => voucher === paid.voucher) ? 'settled' : null
}
