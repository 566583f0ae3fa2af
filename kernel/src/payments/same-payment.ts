import { compare, type Decimal } from '../decimal.ts'

/** What a payment is known by. `voucher` may be '' in a list without such a column. */
type KnownPayment = { readonly paidOn: string; readonly amount: Decimal; readonly voucher: string }

/**
 * Whether two reports of one project's payments tell of the same: by amount and voucher; by amount and day when one of
 * them names no voucher.
 */
export function isSamePayment(one: KnownPayment, other: KnownPayment): boolean {
  if (compare(one.amount, other.amount) !== 0) return false
  const [voucher, known] = [plain(one.voucher), plain(other.voucher)]
  return voucher === '' || known === '' ? one.paidOn === other.paidOn : voucher === known
}

function plain(voucher: string): string {
  return voucher.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '')
}
