import type { Decimal } from '@shiji/kernel/decimal'
import type { EventName } from './events.ts'

/** A payment somebody recorded before the treasury's list brought it: kept with the money of its project. */
export type PaymentRecorded = {
  readonly id: string
  readonly projectId: string
  readonly paidOn: string
  /** 元 */
  readonly amount: Decimal
  readonly voucher: string
  readonly payee: string
  readonly purpose: string
}

export const PAYMENT_RECORDED: EventName<PaymentRecorded> = 'payment.recorded'

/** Payments of a project that a list brought for the first time. */
export type PaymentsListed = { readonly projectId: string; readonly ids: readonly string[] }

export const PAYMENTS_LISTED: EventName<PaymentsListed> = 'payments.listed'
