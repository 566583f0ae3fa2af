import { compare, type Decimal } from '../decimal.ts'

/** A payment as the treasury lists it. */
type ListedPayment = {
  readonly paidOn: string
  readonly amount: Decimal
  readonly payee: string
  readonly purpose: string
}

/** An instalment nothing was paid of yet. */
export type OpenInstalment = {
  readonly id: string
  readonly name: string
  readonly dueOn: string
  readonly contractNumber: string
  readonly vendor: string
  /** 元 that may be paid of it, and 元 of the contract's clause: a list may show either. */
  readonly left: Decimal
  readonly amount: Decimal
}

/**
 * Which instalment a payment settles: of the vendor who was paid and of the amount; among several the one the purpose
 * names, then the one due first. Null when none is meant beyond doubt.
 */
export function matchPayment<Open extends OpenInstalment>(payment: ListedPayment, open: readonly Open[]): Open | null {
  const meant = open.filter(
    ({ vendor, left, amount }) =>
      fold(vendor) === fold(payment.payee) &&
      (compare(left, payment.amount) === 0 || compare(amount, payment.amount) === 0),
  )
  const [first] = meant.toSorted((one, other) => namesIn(other, payment) - namesIn(one, payment) || byDue(one, other))
  return first ?? null
}

function namesIn({ contractNumber, name }: OpenInstalment, { purpose }: ListedPayment): number {
  const said = fold(purpose)
  return (said.includes(fold(contractNumber)) ? 2 : 0) + (said.includes(fold(name)) ? 1 : 0)
}

function byDue(one: OpenInstalment, other: OpenInstalment): number {
  return one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}
